import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { home, start } from './testing/command.ts'
import type { Command } from './testing/command.ts'

const several = ['dev', '--port', '0', '--workers', '2']
const patience = { timeout: 20_000 }

async function workersOf(server: Command): Promise<readonly number[]> {
  const { pid } = server.process
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return text.trim().split(' ').filter(Boolean).map(Number)
}

test('workers that all die at once come back on the same port', async () => {
  using here = home()
  await using server = start(here.directory, several)
  const address = await server.ready()
  for (const worker of await workersOf(server)) process.kill(worker, 'SIGKILL')
  const health = async () => (await asked(`${address}/_cognate/health`)).status
  await expect.poll(health, patience).toBe(200)
})

test('a worker that dies while another is starting is replaced', async () => {
  using here = home()
  await using server = start(here.directory, several)
  await expect.poll(() => workersOf(server), { ...patience, interval: 5 }).toHaveLength(2)
  const [first = 0] = await workersOf(server)
  process.kill(first, 'SIGKILL')
  await server.ready()
  await expect.poll(() => workersOf(server), patience).toHaveLength(2)
})

test('a second signal stops at once, though the first worker is not ready yet', async () => {
  using here = home()
  await using server = start(here.directory, several)
  await expect.poll(() => workersOf(server), { ...patience, interval: 5 }).toHaveLength(1)
  const [first = 0] = await workersOf(server)
  process.kill(first, 'SIGSTOP')
  const again = setInterval(() => server.process.kill('SIGTERM'), 150)
  expect(await server.ended).toEqual({ code: 143, out: '', err: '' })
  clearInterval(again)
})

test('the clock of all workers moves at once, and that of one that comes later goes as theirs', async () => {
  using here = home()
  await using server = start(here.directory, several)
  const address = await server.ready()
  const before = await timeAfter(address, 0)
  await timeAfter(address, 1000)
  await timeAfter(address, 1000)
  const times = () => Promise.all([0, 0, 0, 0].map((seconds) => timeAfter(address, seconds)))
  expect(Math.min(...(await times()))).toBeGreaterThanOrEqual(before + 2_000_000)
  const [victim = 0] = await workersOf(server)
  process.kill(victim, 'SIGKILL')
  await expect.poll(() => workersSeen(address), patience).toEqual(new Set(['2', '3']))
  expect(Math.min(...(await times()))).toBeGreaterThanOrEqual(before + 2_000_000)
})

/** On a new connection. Node loses one that it hands to a worker that is dying: nobody answers it. */
function asked(address: string): Promise<Response> {
  return fetch(address, { headers: { connection: 'close' }, signal: AbortSignal.timeout(1_000) })
}

/** What the worker at the end of a new connection says about the time, having moved the clock. */
async function timeAfter(address: string, advanceSeconds: number): Promise<number> {
  const response = await fetch(`${address}/_cognate/clock`, {
    method: 'POST',
    headers: { connection: 'close' },
    body: JSON.stringify({ advanceSeconds }),
  })
  const { now } = (await response.json()) as { readonly now: string }
  return Date.parse(now)
}

/** Which workers tell their metrics on a few new connections. */
async function workersSeen(address: string): Promise<ReadonlySet<string>> {
  const metrics = async () => {
    const response = await asked(`${address}/_cognate/metrics`)
    return /^process_cpu_seconds_total\{worker="(\d+)"\}/m.exec(await response.text())?.[1] ?? ''
  }
  return new Set(await Promise.all([metrics(), metrics(), metrics(), metrics()]))
}
