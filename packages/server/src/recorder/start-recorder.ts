import type { Clock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { Metrics } from '../ambient/metrics.ts'
import type { Random } from '../ambient/random.ts'
import type { Sealer } from '../crypto/sealing.ts'
import type { Store } from '../store/store.ts'
import { type ClosedCall, openJournal } from './open-journal.ts'
import type { EventBodies } from './recorded-call.ts'
import type { Recorder } from './recorder.ts'
import { recordsOf } from './records-of.ts'

export interface RecorderSettings {
  readonly bodies: EventBodies
  /** How much of records the store keeps, sealed. */
  readonly mostCharacters: number
  readonly keepMs: number
}

interface RecorderWorld {
  readonly store: Pick<Store, 'flowRecords' | 'decide'>
  readonly sealer: Sealer
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly metrics: Metrics
}

/** Calls that may wait; those beyond are counted and not recorded. */
const mostWaiting = 2_048
/** What of functions' events and answers may wait, characters; calls beyond leave theirs out. */
const mostWaitingText = 8_000_000
/** How long a call waits for others. */
const waitMs = 500
/** So few that masking and sealing them holds up the event loop for a millisecond or two. */
const callsAtOnce: Readonly<Record<EventBodies, number>> = { kept: 16, 'left-out': 128 }
/** A recorder trims when it has added this share of what may stay. */
const trimShare = 0.1
const rowsAtOnce = 500

/** Starts recording: a call leaves its journal in memory and goes on; everything else happens later, in batches. */
export function startRecorder(settings: RecorderSettings, world: RecorderWorld): Recorder {
  const state: State = {
    settings,
    world,
    waiting: [],
    waitingText: 0,
    addedSinceTrim: 0,
    timer: undefined,
    work: undefined,
    troubled: false,
  }
  return {
    open: (call) =>
      openJournal(
        call,
        () => world.clock.now(),
        (closed) => keep(closed, state),
      ),
    flush: () => flush(state),
    forget: (limit) => forget(limit, state),
    async [Symbol.asyncDispose]() {
      await flush(state)
      clearTimeout(state.timer)
    },
  }
}

interface State {
  readonly settings: RecorderSettings
  readonly world: RecorderWorld
  waiting: ClosedCall[]
  waitingText: number
  addedSinceTrim: number
  timer: NodeJS.Timeout | undefined
  work: Promise<void> | undefined
  /** Whether the store failed last time: said once, not every time. */
  troubled: boolean
}

function keep(closed: ClosedCall, state: State): void {
  if (state.waiting.length >= mostWaiting) return state.world.metrics.countRecordedCalls('dropped', 1)
  state.waiting.push(withRoom(closed, state))
  state.timer ??= setTimeout(() => {
    state.timer = undefined
    void flush(state)
  }, waitMs).unref()
}

function withRoom(closed: ClosedCall, state: State): ClosedCall {
  const text = closed.notes.reduce((sum, note) => sum + (note.kind === 'fired' ? lengthOf(note) : 0), 0)
  if (text === 0) return closed
  if (state.settings.bodies === 'kept' && state.waitingText + text <= mostWaitingText) {
    state.waitingText += text
    return closed
  }
  const bare = closed.notes.map((note) => (note.kind === 'fired' ? { ...note, event: '""', answer: '""' } : note))
  return { ...closed, notes: bare }
}

const lengthOf = ({ event, answer = '' }: { readonly event: string; readonly answer?: string }) =>
  event.length + answer.length

/** One writes at a time; who comes meanwhile waits for what was there when they came. */
async function flush(state: State): Promise<void> {
  const before = state.work
  const work = (before ?? Promise.resolve()).then(() => writeWaiting(state))
  state.work = work
  await work
}

async function writeWaiting(state: State): Promise<void> {
  while (state.waiting.length > 0) {
    const batch = state.waiting.splice(0, callsAtOnce[state.settings.bodies])
    if (state.waiting.length === 0) state.waitingText = 0
    await write(batch, state)
  }
  await trimAfterMany(state)
}

async function write(batch: readonly ClosedCall[], state: State): Promise<void> {
  const { settings, world } = state
  try {
    const records = recordsOf(batch, { now: world.clock.now(), bodies: settings.bodies }, world)
    await world.store.decide(records.map((record) => world.store.flowRecords.add(record)))
    state.addedSinceTrim += records.reduce((sum, { sealed }) => sum + sealed.length, 0)
    state.troubled = false
    world.metrics.countRecordedCalls('written', batch.length)
  } catch (error) {
    world.metrics.countRecordedCalls('dropped', batch.length)
    tell(error, state)
  }
}

async function trimAfterMany(state: State): Promise<void> {
  const { settings, world } = state
  if (state.addedSinceTrim <= settings.mostCharacters * trimShare) return
  state.addedSinceTrim = 0
  try {
    while ((await world.store.flowRecords.trim(settings.mostCharacters, rowsAtOnce)) > 0);
  } catch (error) {
    tell(error, state)
  }
}

async function forget(limit: number, { settings, world }: State): Promise<number> {
  const { flowRecords } = world.store
  const old = await flowRecords.forget(world.clock.now() - settings.keepMs, limit)
  return old + (await flowRecords.trim(settings.mostCharacters, limit))
}

function tell(error: unknown, state: State): void {
  const fault = error instanceof Error ? error.name : typeof error
  if (!state.troubled) state.world.log.warn('flows are not recorded', { fault })
  state.troubled = true
}
