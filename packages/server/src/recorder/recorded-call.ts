import type { Sealer } from '../crypto/sealing.ts'
import type { Note } from './journal.ts'
import { masked, secretsIn } from './masked.ts'
import type { ClosedCall } from './open-journal.ts'
import { silentFunctions } from './silent-functions.ts'
import type { RecordedCall, RecordedStep, Verdict } from './timeline.ts'
import { longestText, withoutSecrets } from './without-secrets.ts'

/** Whether what functions were told and answered is kept. */
export type EventBodies = 'kept' | 'left-out'

/** A call as it is kept. What it was sent is looked at for secrets alone. */
export function recordedCall(closed: ClosedCall, bodies: EventBodies, sealer: Pick<Sealer, 'digest'>): RecordedCall {
  const { call, kind, at, whom, notes, asks, clientId, verdict } = closed
  const secrets = closed.input === undefined ? [] : secretsIn(closed.input)
  return {
    flowId: flowIdOf(closed, sealer),
    kind,
    clientId,
    operation: call.operation,
    requestId: call.requestId,
    at,
    milliseconds: rounded(closed.milliseconds),
    calledAs: whom.calledAs?.slice(0, longestText),
    userName: whom.userName,
    sub: whom.sub,
    asks,
    steps: [
      ...notes.map((note) => stepOf(note, secrets, bodies)),
      ...silentFunctions(closed.pool, call.operation, { notes, refused: verdict.kind === 'refused' ? 'yes' : 'no' }),
    ],
    verdict: withoutSecretsIn(verdict, secrets),
  }
}

/** The attempt of a sign-in; else what a person does of one kind is one flow, and a call about nobody one by itself. */
function flowIdOf({ call, kind, pool, whom }: ClosedCall, sealer: Pick<Sealer, 'digest'>): string {
  if (whom.flowId !== undefined) return whom.flowId
  if (kind === 'sign-in' || whom.sub === undefined) return call.requestId
  return `${kind}-${sealer.digest(whom.sub, `flow of ${pool.id} ${kind}`).slice(0, 22)}`
}

function stepOf(note: Note, secrets: readonly string[], bodies: EventBodies): RecordedStep {
  if (note.kind === 'not-configured') return note
  const { event, answer, failure, ...told } = note
  const said = failure === undefined ? {} : { failure: withoutSecrets(failure, secrets) }
  const step = { ...told, milliseconds: rounded(told.milliseconds), ...said }
  if (bodies === 'left-out') return step
  return { ...step, event: body(event, secrets), ...(answer !== undefined && { answer: body(answer, secrets) }) }
}

/** A function may answer with megabytes; of what is too long to be kept not even the beginning can be masked. */
function body(json: string, secrets: readonly string[]): unknown {
  return json.length > longestBody ? `[${json.length} characters]` : masked(json, secrets)
}

const longestBody = 16_384

function withoutSecretsIn(verdict: Verdict, secrets: readonly string[]): Verdict {
  return verdict.kind === 'refused' ? { ...verdict, message: withoutSecrets(verdict.message, secrets) } : verdict
}

/** Tenths of a millisecond tell enough. */
const rounded = (milliseconds: number) => Math.round(milliseconds * 10) / 10
