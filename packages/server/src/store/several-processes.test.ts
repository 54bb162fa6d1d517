import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect } from 'vitest'
import { sharedStoreTest } from '../testing/every-store.ts'
import type { Place } from '../testing/engines.ts'
import type { Store } from './store.ts'

const program = join(import.meta.dirname, '../testing/writing-node.ts')

interface Node {
  readonly process: ChildProcess
  /** Subs that were acknowledged, as they come. */
  readonly acknowledged: string[]
  readonly opened: Promise<void>
  readonly ended: Promise<number | null>
}

function startNode(place: Place, users?: number): Node {
  const count = users === undefined ? [] : [String(users)]
  const child = spawn(process.execPath, [program, place.address, ...count], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: string[] = []
  const lines = createInterface({ input: child.stdout })
  const opened = once(lines, 'line').then(() => undefined)
  lines.on('line', (line) => {
    if (line !== 'open') acknowledged.push(line)
  })
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')]).then(() => child.exitCode)
  return { process: child, acknowledged, opened, ended }
}

async function missing(store: Store, subs: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(subs.map((sub) => store.users.findBySub('pool', sub)))
  return subs.filter((_, place) => found[place] === undefined)
}

sharedStoreTest('six processes that start at once on an empty place all open it and lose nothing', async (place) => {
  const nodes = Array.from({ length: 6 }, () => startNode(place, 20))
  expect(await Promise.all(nodes.map(({ ended }) => ended))).toEqual(nodes.map(() => 0))
  await using store = await place.open()
  const subs = nodes.flatMap(({ acknowledged }) => acknowledged)
  expect(subs).toHaveLength(6 * 20)
  expect(await missing(store, subs)).toEqual([])
})

sharedStoreTest('processes that write all the time take turns: none waits for another to end', async (place) => {
  const busy = startNode(place)
  await busy.opened
  const other = startNode(place, 200)
  expect(await other.ended).toBe(0)
  busy.process.kill('SIGKILL')
  await busy.ended
  expect(busy.acknowledged.length).toBeGreaterThan(0)
  expect(other.acknowledged).toHaveLength(200)
})

sharedStoreTest('a process killed while it writes has kept everything it acknowledged', async (place) => {
  for (const moment of [20, 100, 300]) {
    const node = startNode(place)
    await new Promise<void>((resolve) => {
      node.process.stdout?.on('data', () => node.acknowledged.length >= moment && resolve())
    })
    node.process.kill('SIGKILL')
    await node.ended
    await using store = await place.open()
    expect(node.acknowledged.length).toBeGreaterThanOrEqual(moment)
    expect(await missing(store, node.acknowledged)).toEqual([])
  }
})
