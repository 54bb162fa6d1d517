import { execFile } from 'node:child_process'
import { delimiter, isAbsolute, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The first Python 3 on the path that the user can run. Undefined when there is none. */
export async function findPython(path: string, user: number | undefined): Promise<string | undefined> {
  for (const directory of path.split(delimiter).filter(isAbsolute)) {
    const found = await nameOf(join(directory, 'python3'), user)
    if (found !== undefined) return found
  }
  return undefined
}

/** What starts it may be a script that chooses one. */
async function nameOf(program: string, user: number | undefined): Promise<string | undefined> {
  try {
    const as = user === undefined ? {} : { uid: user, gid: user }
    const code = 'import sys; print(sys.executable)'
    const { stdout } = await run(program, ['-c', code], { env: {}, cwd: '/', timeout: 10_000, ...as })
    return stdout.trim() || undefined
  } catch {
    return undefined
  }
}
