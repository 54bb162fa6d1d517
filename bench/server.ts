import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface MeasuredServer {
  readonly pid: number
  readonly port: number
  /** From the start of the process to the line that says it can serve. */
  readonly readyMs: number
  stop(): Promise<void>
}

/** A store's flags, and where the command runs. */
export interface Place {
  readonly directory: string
  readonly flags: readonly string[]
}

const bin = fileURLToPath(new URL('../packages/server/bin/cognate.mjs', import.meta.url))
const patienceMs = 60_000

/** The command in a process of its own, as a developer runs it, but for the log, where nothing but trouble is said. */
export async function startMeasured(
  { directory, flags }: Place,
  { workers, cpuProf }: { readonly workers: number; readonly cpuProf: string | undefined },
): Promise<MeasuredServer> {
  const profiler = cpuProf === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${cpuProf}`]
  const args = ['dev', '--port', '0', '--no-demo', '--log-level', 'error', '--workers', String(workers), ...flags]
  const began = performance.now()
  const child = spawn(process.execPath, [...profiler, bin, ...args], {
    cwd: directory,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const timer = setTimeout(kill, patienceMs)
  for await (const line of createInterface({ input: child.stdout })) {
    const [, port] = /^cognate is ready on http:\/\/127\.0\.0\.1:(\d+)$/.exec(line) ?? []
    if (port === undefined) continue
    clearTimeout(timer)
    child.stdout.resume()
    return {
      pid: child.pid ?? 0,
      port: Number(port),
      readyMs: performance.now() - began,
      async stop() {
        process.off('exit', kill)
        const ended = once(child, 'exit')
        child.kill('SIGTERM')
        await ended
      },
    }
  }
  throw new Error('cognate ended, or was not ready in time')
}
