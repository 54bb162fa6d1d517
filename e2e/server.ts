import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { cognate } from './cognate.ts'
import { inboxAt } from './inbox.ts'
import type { Inbox } from './inbox.ts'
import type { Home } from './stores.ts'

export interface Server extends AsyncDisposable {
  /** By name, as the documentation has it: `http://localhost:PORT`. */
  readonly endpoint: string
  readonly process: ChildProcess
  /** What it printed on standard output so far. */
  readonly printed: readonly string[]
  readonly inbox: Inbox
  /** Moves the server's clock ahead. */
  advance(seconds: number): Promise<void>
  /** Asks it to stop, waits until it did, and gives its exit code. */
  stop(): Promise<number | null>
}

/** Long enough for the first start on a busy machine. */
const patienceMs = 30_000

/**
 * A developer's server in a process of its own, on a free port, once it says that it can serve. Rejects with all it
 * said if it does not.
 */
export async function startServer(home: Home, args: readonly string[] = []): Promise<Server> {
  const child = cognate(home, ['dev', '--port', '0', ...home.flags, ...args])
  const said: string[] = []
  const printed: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const endpoint = await endpointOf(child, printed, said)
  const stop = () => stopped(child)
  return {
    endpoint,
    process: child,
    printed,
    inbox: inboxAt(endpoint),
    advance: (seconds) => advance(endpoint, seconds),
    stop,
    [Symbol.asyncDispose]: async () => void (await stop()),
  }
}

async function endpointOf(child: ChildProcess, printed: string[], said: readonly string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const fail = (why: string) => {
    child.kill('SIGKILL')
    reject(new Error(`cognate ${why}:\n${[...printed, ...said].join('\n')}`))
  }
  const timer = setTimeout(() => fail('was not ready in time'), patienceMs)
  child.once('error', (error) => fail(`could not be run (${error.message})`))
  child.once('close', (code) => fail(`ended with ${code} before it was ready`))
  if (!child.stdout) throw new Error('cognate was started without its standard output')
  createInterface({ input: child.stdout }).on('line', (line) => {
    printed.push(line)
    const [, port] = /^cognate is ready on http:\/\/127\.0\.0\.1:(\d+)$/.exec(line) ?? []
    if (port !== undefined) resolve(`http://localhost:${port}`)
  })
  return promise.finally(() => clearTimeout(timer))
}

async function advance(endpoint: string, advanceSeconds: number): Promise<void> {
  const response = await fetch(`${endpoint}/_cognate/clock`, {
    method: 'POST',
    body: JSON.stringify({ advanceSeconds }),
  })
  if (!response.ok) throw new Error(`the clock answered ${response.status}: ${await response.text()}`)
}

async function stopped(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  return child.exitCode
}
