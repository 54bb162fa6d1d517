import type { OutboxMessage } from '../domain/session.ts'
import { type Bell, bell } from './bell.ts'
import type { Mailroom, SenderWorld } from './mailroom.ts'
import type { OutboxSender } from './outbox-sender.ts'
import { inboxSize } from './read-inbox.ts'
import { sendMessage } from './send-message.ts'

/** Messages that are being sent at a time. */
const slots = 5
/** A sender that dies gives its messages back after this; longer than any one try takes. */
const leaseMs = 600_000
/** How often it looks for what other processes left, and for what is due again. */
const pollMs = 1_000
const trimMs = 10_000
/** How long a server that stops waits for what it is sending: less than supervisors do before they kill it. */
const closingMs = 5_000

/**
 * Starts sending. Any number of processes may do so on one store. What is not sent within `patienceMs` of the end is
 * given up here, and sent by whoever comes next.
 */
export function startOutboxSender(mailroom: Mailroom, world: SenderWorld, patienceMs = closingMs): OutboxSender {
  const state: State = { mailroom, world, bell: bell(), inHand: new Map(), closing: false, troubled: false, trimAt: 0 }
  const work = run(state)
  return {
    offers: (channel) => mailroom.inbox || mailroom.carriers[channel] !== undefined,
    stateOf: (channel) => (mailroom.carriers[channel] ? 'waiting' : 'sent'),
    wake: () => state.bell.ring(),
    async [Symbol.asyncDispose]() {
      state.closing = true
      state.bell.ring()
      const impatience = setTimeout(() => mailroom.giveUp?.(), patienceMs)
      await work
      clearTimeout(impatience)
      await mailroom[Symbol.asyncDispose]?.()
    },
  }
}

interface State {
  readonly mailroom: Mailroom
  readonly world: SenderWorld
  readonly bell: Bell
  /** What this process is sending: a moved clock may end a lease before its time. */
  readonly inHand: Map<string, Promise<void>>
  closing: boolean
  /** Whether the store failed last time: said once, not every second. */
  troubled: boolean
  trimAt: number
}

async function run(state: State): Promise<void> {
  while (!state.closing) {
    const begun = await round(state)
    if (begun === 0) await state.bell.wait(pollMs)
  }
  await Promise.all(state.inHand.values())
}

/** Gives how many messages it began to send. */
async function round(state: State): Promise<number> {
  try {
    await trim(state)
    const begun = await takeAndSend(state)
    state.troubled = false
    return begun
  } catch (error) {
    if (!state.troubled) state.world.log.error('outbox stalled', { fault: nameOf(error) })
    state.troubled = true
    return 0
  }
}

async function takeAndSend(state: State): Promise<number> {
  const { world, inHand } = state
  const free = slots - inHand.size
  if (free === 0 || !(await hasWork(state))) return 0
  const taken = await world.store.outbox.take(world.clock.now(), free, leaseMs)
  const fresh = taken.filter(({ id }) => !inHand.has(id))
  for (const message of fresh) inHand.set(message.id, send(message, state))
  return fresh.length
}

/** Where nothing is sent but by functions, looking costs less than taking. */
async function hasWork({ mailroom, world }: State): Promise<boolean> {
  if (Object.keys(mailroom.carriers).length > 0) return true
  return mailroom.byFunction !== undefined && (await world.store.outbox.waiting()) > 0
}

async function send(message: OutboxMessage, state: State): Promise<void> {
  const { mailroom, world, bell: done, inHand } = state
  try {
    await sendMessage(message, mailroom, world)
  } catch (error) {
    world.log.error('message not settled', { messageId: message.id, fault: nameOf(error) })
  }
  inHand.delete(message.id)
  done.ring()
}

async function trim(state: State): Promise<void> {
  const { mailroom, world } = state
  const now = world.clock.now()
  if (!mailroom.inbox || now < state.trimAt) return
  state.trimAt = now + trimMs
  await world.store.decide([world.store.outbox.trim(inboxSize)])
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
