import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export const bin = join(import.meta.dirname, '../../../bin/cognate.mjs')

/** A directory of its own for one test. */
export function home(): Disposable & { readonly directory: string } {
  const directory = mkdtempSync(join(tmpdir(), 'cognate-cli-'))
  return { directory, [Symbol.dispose]: () => rmSync(directory, { recursive: true }) }
}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A command under way; it never outlives its test. */
export interface Command extends AsyncDisposable {
  readonly process: ChildProcess
  readonly ended: Promise<Ended>
  /** The address of its ready line; rejects with what it said instead. */
  ready(): Promise<string>
}

export function start(directory: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Command {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: directory,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = endOf(child)
  return {
    process: child,
    ended,
    ready: () => readyLine(child, ended),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

export function run(directory: string, args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Ended> {
  return start(directory, args, environment).ended
}

async function endOf(child: ChildProcess): Promise<Ended> {
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}

async function readyLine(child: ChildProcess, ended: Promise<Ended>): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, address] = /^cognate is ready on (https?:\/\/\S+)$/.exec(line) ?? []
      if (address !== undefined) resolve(address)
    })
  void ended.then((end) => reject(new Error(`it ended before it was ready: ${JSON.stringify(end)}`)))
  return promise
}
