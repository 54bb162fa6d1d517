import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Ours: the runtime itself and the packages that it lends. */
const runtimes = join(import.meta.dirname, 'runtimes')

/** Names for `--allow-fs-read`: the function's package, the packages that it can find, and nothing else. */
export function readableByNode(root: string, scratch: string): readonly string[] {
  return [root, scratch, runtimes, ...packagesAbove(root), ...packagesAbove(runtimes)]
}

function packagesAbove(directory: string): readonly string[] {
  const here = join(directory, 'node_modules')
  const found = existsSync(here) ? [here] : []
  return dirname(directory) === directory ? found : [...found, ...packagesAbove(dirname(directory))]
}
