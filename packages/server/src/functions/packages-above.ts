import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folders in which Node looks for packages, from a directory upwards, as far as they are there. */
export function packagesAbove(directory: string): readonly string[] {
  const here = join(directory, 'node_modules')
  const found = existsSync(here) ? [here] : []
  return dirname(directory) === directory ? found : [...found, ...packagesAbove(dirname(directory))]
}
