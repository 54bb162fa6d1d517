import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Home } from './stores.ts'

const bin = fileURLToPath(new URL('../packages/server/bin/cognate.mjs', import.meta.url))

/** Starts the command as a user would, in the home's directory. It never outlives the test run. */
export function cognate(home: Home, args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: home.directory,
    // The settings are those of the test alone, whatever the machine's environment says.
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  return child
}
