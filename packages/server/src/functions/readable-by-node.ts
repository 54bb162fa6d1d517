import { join } from 'node:path'
import { packagesAbove } from './packages-above.ts'

/** Ours: the runtime itself and the packages that it lends. */
const runtimes = join(import.meta.dirname, 'runtimes')

/** Names for `--allow-fs-read`: the function's package, the packages that it can find, and nothing else. */
export function readableByNode(root: string, scratch: string): readonly string[] {
  return [root, scratch, runtimes, ...packagesAbove(root), ...packagesAbove(runtimes)]
}
