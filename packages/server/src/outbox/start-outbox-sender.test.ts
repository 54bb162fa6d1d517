import { expect, test, vi } from 'vitest'
import { systemRandom } from '../ambient/random.ts'
import { smtp } from '../delivery/smtp.ts'
import type { Message } from '../domain/message.ts'
import { mailTo } from '../testing/mail-fixtures.ts'
import { mailServer } from '../testing/mail-server.ts'
import { mailWorld, type MailWorld } from '../testing/mail-world.ts'
import type { Carrier, Mailroom } from './mailroom.ts'
import { post } from './post.ts'
import { startOutboxSender } from './start-outbox-sender.ts'

const hour = 3_600_000

/** Until it holds; senders work on their own. */
const soon = (check: () => unknown) => vi.waitFor(check, { interval: 5, timeout: 10_000 })

async function put(world: MailWorld, change: Partial<Message> = {}): Promise<void> {
  const now = world.clock.now()
  await world.store.decide([post({ ...mailTo('ada@example.com', now), ...change }, now, world)])
  world.outbox.wake()
}

const rows = (world: MailWorld) => world.store.outbox.list({ limit: 2000 })
const countOf = async (world: MailWorld, outcome: string) => {
  const { text } = await world.metrics.render()
  return Number(
    new RegExp(`cognate_messages_total\\{channel="\\w+",outcome="${outcome}"\\} (\\d+)`).exec(text)?.[1] ?? 0,
  )
}

/** Carries what `answer` says, and notes every parcel. */
function carrier(answer: () => Promise<'sent' | 'refused'> = async () => 'sent') {
  const parcels: Parameters<Carrier>[0][] = []
  const email: Carrier = (parcel) => {
    parcels.push(parcel)
    return answer()
  }
  return { parcels, email }
}

const serving = (email: Carrier): Mailroom => ({ carriers: { email }, inbox: false })
const failing = () => Promise.reject(Object.assign(new Error('550 ada@example.com is unknown'), { code: 'EDOWN' }))

test('a message is sent to a real mail server once it is decided, and nothing of it stays', async () => {
  await using server = await mailServer()
  await using delivery = smtp({ host: '127.0.0.1', port: server.port, tls: 'none' }, 'no-reply@id.example.com')
  const world = await mailWorld(serving((parcel) => delivery.deliver(parcel)))
  await put(world)
  await soon(async () => expect(await rows(world)).toEqual([]))
  await world.outbox[Symbol.asyncDispose]()
  expect(server.mails).toHaveLength(1)
  expect(server.mails[0]).toMatchObject({ to: ['ada@example.com'] })
  expect(await countOf(world, 'sent')).toBe(1)
})

test('with an inbox a copy stays after sending', async () => {
  const { email, parcels } = carrier()
  const world = await mailWorld({ carriers: { email }, inbox: true })
  await put(world)
  await soon(async () => expect(await rows(world)).toMatchObject([{ state: 'sent', attempts: 1 }]))
  expect(parcels).toHaveLength(1)
})

test('a channel without a provider ends in the inbox at once', async () => {
  const { email, parcels } = carrier()
  const world = await mailWorld({ carriers: { email }, inbox: true })
  expect(world.outbox.offers('sms')).toBe(true)
  await put(world, { channel: 'sms', to: '+15555550142' })
  expect(await rows(world)).toMatchObject([{ state: 'sent', attempts: 0 }])
  expect(parcels).toEqual([])
})

test('without inbox and provider a channel is not offered', async () => {
  const world = await mailWorld(serving(carrier().email))
  expect(world.outbox.offers('email')).toBe(true)
  expect(world.outbox.offers('sms')).toBe(false)
})

test('what fails is tried again later and later, with the same id, until it arrives', async () => {
  let down = true
  const { email, parcels } = carrier(() => (down ? failing() : Promise.resolve('sent')))
  const world = await mailWorld(serving(email))
  await put(world)
  for (const [attempts, least, most] of [
    [1, 2_500, 5_000],
    [2, 5_000, 10_000],
    [3, 10_000, 20_000],
  ] as const) {
    await soon(async () => expect(await rows(world)).toMatchObject([{ attempts, state: 'waiting' }]))
    const [{ dueAt } = { dueAt: 0 }] = await rows(world)
    expect(dueAt - world.clock.now()).toBeGreaterThanOrEqual(least)
    expect(dueAt - world.clock.now()).toBeLessThanOrEqual(most)
    down = attempts < 3
    world.clock.advance(most)
    world.outbox.wake()
  }
  await soon(async () => expect(await rows(world)).toEqual([]))
  expect(parcels).toHaveLength(4)
  expect(new Set(parcels.map(({ id }) => id)).size).toBe(1)
  expect(await countOf(world, 'deferred')).toBe(3)
})

test('it is not tried again before it is due', async () => {
  const { email, parcels } = carrier(failing)
  const world = await mailWorld(serving(email))
  await put(world)
  await soon(async () => expect(await rows(world)).toMatchObject([{ attempts: 1 }]))
  world.clock.advance(2_400)
  world.outbox.wake()
  await world.outbox[Symbol.asyncDispose]()
  expect(parcels).toHaveLength(1)
})

test.each([
  ['a day', {}, 24],
  ['its code', { expiresAt: Date.UTC(2026, 0, 1) + hour }, 1],
  ['a day, however long it may be of use', { expiresAt: Date.UTC(2026, 0, 8) }, 24],
] as const)('a message is tried for no longer than %s', async (_, change, hours) => {
  const { email, parcels } = carrier(failing)
  const world = await mailWorld(serving(email))
  await put(world, change)
  for (let tries = 1; tries < 60; tries += 1) {
    await soon(() => expect(parcels.length).toBeGreaterThanOrEqual(1))
    const before = parcels.length
    await soon(async () => {
      const [row] = await rows(world)
      expect(row?.state === 'failed' || row?.attempts === before).toBe(true)
    })
    const [row] = await rows(world)
    if (row?.state !== 'waiting') break
    world.clock.advance(row.dueAt - world.clock.now())
    world.outbox.wake()
    await soon(() => expect(parcels.length).toBe(before + 1))
  }
  const age = world.clock.now() - Date.UTC(2026, 0, 1)
  expect(await rows(world)).toMatchObject([{ state: 'failed' }])
  expect(age).toBeLessThan(hours * hour)
  expect(age).toBeGreaterThan((hours - 1) * hour * 0.4)
  expect(await countOf(world, 'expired')).toBe(1)
})

test('a message that nobody could send in time is not sent late', async () => {
  const { email, parcels } = carrier()
  const world = await mailWorld({ carriers: {}, inbox: false })
  await world.outbox[Symbol.asyncDispose]()
  await put({ ...world, outbox: { ...world.outbox, stateOf: () => 'waiting' } })
  world.clock.advance(25 * hour)
  await using _ = startOutboxSender(serving(email), world)
  await soon(async () => expect(await rows(world)).toMatchObject([{ state: 'failed' }]))
  expect(parcels).toEqual([])
})

test('a recipient that is refused for good is not tried again', async () => {
  const { email, parcels } = carrier(async () => 'refused')
  const world = await mailWorld(serving(email))
  await put(world)
  await soon(async () => expect(await rows(world)).toMatchObject([{ state: 'failed', attempts: 1 }]))
  expect(parcels).toHaveLength(1)
  expect(await countOf(world, 'refused')).toBe(1)
})

test('the log tells of failures without naming anybody', async () => {
  const world = await mailWorld(serving(carrier(failing).email))
  await put(world)
  await soon(async () => expect(await rows(world)).toMatchObject([{ attempts: 1 }]))
  world.clock.advance(24 * hour)
  world.outbox.wake()
  await soon(async () => expect(await rows(world)).toMatchObject([{ state: 'failed' }]))
  const logged = world.logged()
  expect(logged).toContain('message deferred')
  expect(logged).toContain('EDOWN')
  expect(logged).toContain('message given up')
  expect(logged).not.toMatch(/ada|example|123456/)
})

test('a message whose seal is broken is given up, and holds up no other', async () => {
  const { email, parcels } = carrier()
  const world = await mailWorld(serving(email))
  const broken = {
    id: 'broken',
    recipientDigest: '',
    channel: 'email',
    sealedPayload: 'k1.rubbish',
    attempts: 0,
  } as const
  const now = world.clock.now()
  await world.store.decide([world.store.outbox.put({ ...broken, createdAt: now, dueAt: now, state: 'waiting' })])
  await put(world)
  await soon(async () => expect(await rows(world)).toMatchObject([{ id: 'broken', state: 'failed' }]))
  expect(parcels).toHaveLength(1)
})

test('a message whose sender died is sent by another once its lease has ended', async () => {
  const { email, parcels } = carrier()
  const world = await mailWorld({ carriers: {}, inbox: false })
  await put({ ...world, outbox: { ...world.outbox, stateOf: () => 'waiting' } })
  // What a sender does that is killed while it sends.
  expect(await world.store.outbox.take(world.clock.now(), 5, 600_000)).toHaveLength(1)
  await using other = startOutboxSender(serving(email), world)
  world.clock.advance(599_000)
  other.wake()
  await put({ ...world, outbox: other }, { to: 'bob@example.com' })
  await soon(() => expect(parcels.map(({ message }) => message.to)).toEqual(['bob@example.com']))
  world.clock.advance(2_000)
  other.wake()
  await soon(() => expect(parcels.map(({ message }) => message.to)).toEqual(['bob@example.com', 'ada@example.com']))
})

test('two senders on one store share the work, and send nothing twice', async () => {
  await using server = await mailServer()
  const world = await mailWorld({ carriers: {}, inbox: false })
  const waiting = { ...world, outbox: { ...world.outbox, stateOf: () => 'waiting' as const } }
  const who = Array.from({ length: 60 }, (_, at) => `p${at}@example.com`)
  await Promise.all(who.map((to) => put(waiting, { to })))
  await using delivery = smtp({ host: '127.0.0.1', port: server.port, tls: 'none' }, 'no-reply@id.example.com')
  const { promise: otherIsAtWork, resolve } = Promise.withResolvers<void>()
  await using one = startOutboxSender(
    serving(async (parcel) => {
      await otherIsAtWork
      return delivery.deliver(parcel)
    }),
    world,
  )
  await using other = startOutboxSender(
    serving((parcel) => {
      resolve()
      return delivery.deliver(parcel)
    }),
    world,
  )
  await soon(async () => {
    one.wake()
    other.wake()
    expect(await rows(world)).toEqual([])
  })
  expect(server.mails.flatMap(({ to }) => to).toSorted()).toEqual(who.toSorted())
})

test('a clock that is moved past the lease does not make the same process send twice', async () => {
  const { promise, resolve } = Promise.withResolvers<'sent'>()
  const { email, parcels } = carrier(() => promise)
  const world = await mailWorld(serving(email))
  await put(world)
  await soon(() => expect(parcels).toHaveLength(1))
  world.clock.advance(hour)
  await put(world, { to: 'bob@example.com' })
  await soon(() => expect(parcels).toHaveLength(2))
  resolve('sent')
  await soon(async () => expect(await rows(world)).toEqual([]))
  expect(parcels).toHaveLength(2)
})

test('closing waits for the message in flight, settles it, takes no other and only then closes the provider', async () => {
  const { promise, resolve } = Promise.withResolvers<'sent'>()
  const { email, parcels } = carrier(() => promise)
  const ended: string[] = []
  const whenEnded = async () => void ended.push(...(await rows(world)).map(({ state }) => state))
  const world = await mailWorld({ ...serving(email), [Symbol.asyncDispose]: whenEnded })
  await put(world)
  await soon(() => expect(parcels).toHaveLength(1))
  const closed = world.outbox[Symbol.asyncDispose]()
  await put(world, { to: 'bob@example.com' })
  resolve('sent')
  await closed
  expect(parcels).toHaveLength(1)
  expect(await rows(world)).toMatchObject([{ state: 'waiting', attempts: 0 }])
  expect(ended).toEqual(['waiting'])
})

test('closing gives up what a provider does not bring to an end, and it waits for the next sender', async () => {
  const { promise, reject } = Promise.withResolvers<'sent'>()
  const { email, parcels } = carrier(() => promise)
  const world = await mailWorld({ carriers: {}, inbox: false })
  await put({ ...world, outbox: { ...world.outbox, stateOf: () => 'waiting' } })
  const giveUp = () => reject(new Error('given up'))
  const outbox = startOutboxSender({ ...serving(email), giveUp }, world, 0)
  await soon(() => expect(parcels).toHaveLength(1))
  await outbox[Symbol.asyncDispose]()
  expect(await rows(world)).toMatchObject([{ state: 'waiting', attempts: 1 }])
})

test('a store that stumbles is said once, and sending goes on when it is back', async () => {
  const { email, parcels } = carrier()
  const base = await mailWorld({ carriers: {}, inbox: false })
  let down = true
  let looks = 0
  const take: typeof base.store.outbox.take = (...how) => {
    looks += 1
    return down ? Promise.reject(new Error('down')) : base.store.outbox.take(...how)
  }
  const world = { ...base, store: { ...base.store, outbox: { ...base.store.outbox, take } } }
  await using outbox = startOutboxSender(serving(email), world)
  for (const look of [1, 2, 3]) {
    await soon(() => expect(looks).toBeGreaterThanOrEqual(look))
    outbox.wake()
  }
  down = false
  await put({ ...world, outbox })
  await soon(() => expect(parcels).toHaveLength(1))
  expect(base.logged().match(/outbox stalled/g)).toHaveLength(1)
})

test('the inbox keeps the newest thousand, and whatever still has to be sent', async () => {
  const world = await mailWorld({ carriers: {}, inbox: true })
  const now = world.clock.now()
  const message = mailTo('ada@example.com', now)
  const waiting = { ...world, outbox: { ...world.outbox, stateOf: () => 'waiting' as const } }
  await world.store.decide([post({ ...message, to: 'old@example.com' }, now - 10_000, waiting)])
  const many = Array.from({ length: 1_500 }, (_, at) => post(message, now + at, world))
  await world.store.decide(many)
  world.clock.advance(10_000)
  world.outbox.wake()
  await soon(async () => expect(await rows(world)).toHaveLength(1_001))
  const kept = await rows(world)
  expect(kept[0]?.createdAt).toBe(now + 1_499)
  expect(kept[999]?.createdAt).toBe(now + 500)
  expect(kept[1_000]?.state).toBe('waiting')
})

test('tries that failed together do not come back together', async () => {
  const { retryAt } = await import('./retry-at.ts')
  const times = Array.from({ length: 50 }, () => retryAt(0, 1, systemRandom))
  expect(new Set(times).size).toBeGreaterThan(30)
  expect(Math.max(...Array.from({ length: 50 }, () => retryAt(0, 40, systemRandom)))).toBeLessThanOrEqual(hour)
})
