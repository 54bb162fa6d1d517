import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openSqliteStore } from '../store/open-sqlite-store.ts'
import { mailTo } from '../testing/mail-fixtures.ts'
import { mailWorld } from '../testing/mail-world.ts'
import type { Carrier } from './mailroom.ts'
import { post } from './post.ts'
import { startOutboxSender } from './start-outbox-sender.ts'

const doomed = join(import.meta.dirname, '../testing/doomed-sender.ts')

test('a message whose sender is killed while it sends is sent by the next one, once', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'cognate-'))
  const file = join(directory, 'store.sqlite')
  const world = await mailWorld({ carriers: {}, inbox: false }, await openSqliteStore({ file }))
  const now = world.clock.now()
  const waiting = { ...world, outbox: { ...world.outbox, stateOf: () => 'waiting' as const } }
  await world.store.decide([post(mailTo('ada@example.com', now), now, waiting)])

  const child = spawn(process.execPath, [doomed, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  expect(said.toString()).toBe('sending to ada@example.com\n')
  child.kill('SIGKILL')
  await once(child, 'exit')

  const parcels: string[] = []
  const email: Carrier = async ({ message }) => {
    parcels.push(message.to)
    return 'sent'
  }
  const next = startOutboxSender({ carriers: { email }, inbox: false }, world)
  world.clock.advance(600_001)
  next.wake()
  await vi.waitFor(async () => expect(await world.store.outbox.list({ limit: 5 })).toEqual([]))
  expect(parcels).toEqual(['ada@example.com'])

  await next[Symbol.asyncDispose]()
  await world.store[Symbol.asyncDispose]()
  rmSync(directory, { recursive: true })
})
