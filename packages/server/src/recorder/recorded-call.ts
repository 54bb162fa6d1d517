import type { Note } from './journal.ts'
import { mask, masked, secretsIn } from './masked.ts'
import type { ClosedCall } from './open-journal.ts'
import { silentFunctions } from './silent-functions.ts'
import type { RecordedCall, RecordedStep, Verdict } from './timeline.ts'

/** Whether what functions were told and answered is kept. */
export type EventBodies = 'kept' | 'left-out'

/** A call as it is kept. What it was sent is looked at for secrets alone, and only where functions could repeat them. */
export function recordedCall(closed: ClosedCall, bodies: EventBodies): RecordedCall {
  const { call, kind, at, whom, notes, outcome } = closed
  const secrets = outcome.kind === 'refused' || notes.length > 0 ? secretsIn(closed.input) : []
  const refused = outcome.kind === 'refused' ? 'yes' : 'no'
  return {
    kind,
    operation: call.operation,
    requestId: call.requestId,
    at,
    milliseconds: rounded(closed.milliseconds),
    calledAs: (whom.calledAs ?? calledAs(closed.input))?.slice(0, longestText),
    userName: whom.userName,
    sub: whom.sub,
    asks: textIn(closed.input, 'AuthFlow') ?? textIn(closed.input, 'ChallengeName'),
    steps: [
      ...notes.map((note) => stepOf(note, secrets, bodies)),
      ...silentFunctions(closed.pool, call.operation, { notes, refused }),
    ],
    verdict: verdictOf(closed, secrets),
  }
}

/** The name that a call was about, where it names one. */
export function calledAs(input: unknown): string | undefined {
  const name = textIn(input, 'Username')
  if (name !== undefined) return name
  return textIn(memberOf(input, 'AuthParameters') ?? memberOf(input, 'ChallengeResponses'), 'USERNAME')
}

const longestText = 2048

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

const longestBody = 32_768

function verdictOf({ outcome }: ClosedCall, secrets: readonly string[]): Verdict {
  if (outcome.kind === 'refused')
    return { kind: 'refused', error: outcome.name, message: withoutSecrets(outcome.message, secrets) }
  const challenge = textIn(outcome.output, 'ChallengeName')
  if (challenge !== undefined) return { kind: 'challenge', challenge }
  return { kind: memberOf(outcome.output, 'AuthenticationResult') === undefined ? 'done' : 'tokens' }
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, mask), text.slice(0, longestText))
}

/** Tenths of a millisecond tell enough. */
const rounded = (milliseconds: number) => Math.round(milliseconds * 10) / 10

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined
}

function textIn(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name)
  return typeof member === 'string' ? member : undefined
}
