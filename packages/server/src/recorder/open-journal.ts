import type { Pool } from '../domain/pool.ts'
import { type FlowKind, flowKinds } from './flow-kinds.ts'
import { type Journal, noJournal, type Note, type Outcome, type Whom } from './journal.ts'
import type { Call } from './recorder.ts'

/** A call that is over, as it waits to be written. */
export interface ClosedCall {
  readonly call: Call
  readonly input: unknown
  readonly kind: FlowKind
  readonly pool: Pool
  readonly clientId: string | undefined
  readonly whom: Whom
  readonly at: number
  readonly milliseconds: number
  readonly notes: readonly Note[]
  readonly outcome: Outcome
}

/** Beyond it, a call's notes are not kept: a sign-in asks a handful of functions. */
const mostNotes = 50

/** The journal of a call that belongs to a flow; what was not asked of a pool is nobody's flow, and left out. */
export function openJournal(call: Call, now: () => number, keep: (closed: ClosedCall) => void): Journal {
  const kind = flowKinds.get(call.operation)
  if (kind === undefined) return noJournal
  const [at, began] = [now(), performance.now()]
  const notes: Note[] = []
  let place: { readonly pool: Pool; readonly clientId?: string } | undefined
  let whom: Whom = {}
  let input: unknown
  return {
    sent: (given) => {
      input = given
    },
    at: (where) => {
      place = where
    },
    about: (known) => {
      whom = { ...whom, ...known }
    },
    note: (note) => {
      if (notes.length < mostNotes) notes.push(note)
    },
    close: (outcome) => {
      if (!place) return
      const milliseconds = performance.now() - began
      keep({ call, input, kind, pool: place.pool, clientId: place.clientId, whom, at, milliseconds, notes, outcome })
    },
  }
}
