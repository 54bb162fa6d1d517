import type { Pool } from '../domain/pool.ts'
import { asksOf, calledAs, outputVerdict } from './call-facts.ts'
import { type FlowKind, flowKinds } from './flow-kinds.ts'
import { type Journal, noJournal, type Note, type Outcome, type Whom } from './journal.ts'
import type { Call } from './recorder.ts'
import type { Verdict } from './timeline.ts'

/** A call that is over, as it waits to be written: little, since what waits outlives its call. */
export interface ClosedCall {
  readonly call: Call
  readonly kind: FlowKind
  readonly pool: Pick<Pool, 'id' | 'account'> & Pick<Pool['settings'], 'LambdaConfig'>
  readonly clientId: string | undefined
  readonly whom: Whom
  readonly asks: string | undefined
  readonly at: number
  readonly milliseconds: number
  readonly notes: readonly Note[]
  readonly verdict: Verdict
  /** What it was sent, where functions or a refusal may repeat it. */
  readonly input: unknown
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
      const facts = { asks: asksOf(input), verdict: verdictOf(outcome), ...whereOf(place) }
      const name = calledAs(input)
      const known = { ...(name !== undefined && { calledAs: name }), ...whom }
      const repeatable = outcome.kind === 'refused' || notes.some((note) => note.kind === 'fired')
      keep({ call, kind, ...facts, whom: known, at, milliseconds, notes, input: repeatable ? input : undefined })
    },
  }
}

function whereOf({ pool, clientId }: { readonly pool: Pool; readonly clientId?: string }) {
  const { id, account, settings } = pool
  return { pool: { id, account, ...(settings.LambdaConfig && { LambdaConfig: settings.LambdaConfig }) }, clientId }
}

function verdictOf(outcome: Outcome): Verdict {
  if (outcome.kind === 'answered') return outputVerdict(outcome.output)
  return { kind: 'refused', error: outcome.name, message: outcome.message }
}
