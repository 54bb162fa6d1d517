import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { Launch } from './launch.ts'

/**
 * Bounds that the shell can set stay with what it becomes; where there is setpriv, the process ends with ours, and nothing
 * that it starts has more rights.
 */
const program = [
  'ulimit -c 0; ulimit -d "$0" 2>/dev/null',
  'if command -v setpriv >/dev/null; then exec setpriv --pdeathsig KILL --no-new-privs -- "$@"; fi',
  'exec "$@"',
].join('\n')

export type LimitedProcess = ChildProcessByStdio<null, Readable, Readable>

/** A process with an environment of its own, bounded memory, and a group of its own, which ends with it. */
export function limitedSpawn(
  { command, args, variables, directory, user, dataLimit }: Launch,
  more: Readonly<Record<string, string>>,
): LimitedProcess {
  return spawn('/bin/sh', ['-c', program, String(dataLimit), command, ...args], {
    cwd: directory,
    env: { ...variables, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...(user !== undefined && { uid: user, gid: user }),
  })
}

/** The process and what it has started. */
export function killGroup(child: LimitedProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It is gone.
  }
}
