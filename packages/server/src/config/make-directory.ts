import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a directory and those above it, open to this user alone; one that is there stays as it is. Node's own
 * recursive form does not end on file systems that pretend a parent is there, such as /proc.
 */
export async function makeDirectory(directory: string): Promise<void> {
  const missing = await tryMaking(directory)
  if (!missing) return
  if (dirname(directory) === directory) throw missing
  await makeDirectory(dirname(directory))
  const still = await tryMaking(directory)
  if (still) throw still
}

/** Gives the error when a directory above is missing. */
async function tryMaking(directory: string): Promise<Error | undefined> {
  try {
    await mkdir(directory, { mode: 0o700 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return error as Error
    if (code !== 'EEXIST') throw error
  }
  return undefined
}
