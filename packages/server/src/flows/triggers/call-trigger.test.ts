import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Functions, Outcome } from '../../functions/functions.ts'
import { inProcessFunctions } from '../../functions/in-process.ts'
import { logTo } from '../../ambient/log.ts'
import { noJournal } from '../../recorder/journal.ts'
import { aPool } from '../../testing/store-fixtures.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { callTrigger } from './call-trigger.ts'
import type { TriggerEvent } from './trigger-event.ts'

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:define'
const pool = aPool({ region: 'us-east-1', account: '111122223333' })
const event: TriggerEvent = {
  trigger: 'DefineAuthChallenge',
  source: 'DefineAuthChallenge_Authentication',
  pool,
  clientId: 'client',
  userName: 'ada',
  request: { session: [] },
  response: { issueTokens: null },
}

const log = logTo(process.stderr, 'silent')
/** The port answers what is given, in turn; what it was asked is noted. */
function scripted(...outcomes: readonly Outcome[]) {
  const asked: Parameters<Functions['invoke']>[] = []
  const functions: Functions = {
    invoke: (...call) => {
      asked.push(call)
      return Promise.resolve(outcomes[asked.length - 1] ?? { kind: 'unreachable' })
    },
  }
  return { asked, call: () => callTrigger(arn, event, { functions, log, journal: noJournal } as never) }
}
const answered = (answer: unknown): Outcome => ({ kind: 'answered', payload: JSON.stringify(answer) })
const whole = { version: '1', triggerSource: 'DefineAuthChallenge_Authentication', region: 'us-east-1' }
const echoed = {
  ...whole,
  userPoolId: pool.id,
  userName: 'ada',
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'client' },
  request: { session: [] },
  response: { issueTokens: true },
}

test('a function is told the whole event [D], and gives its response back', async () => {
  const { asked, call } = scripted(answered(echoed))
  expect(await call()).toEqual({ issueTokens: true })
  const [called] = asked
  expect(called?.[0]).toBe(arn)
  expect(called?.[1]).toMatchObject({
    limitMs: 5000,
    source: { id: pool.id, account: '111122223333', region: 'us-east-1' },
  })
  expect(JSON.parse(called?.[1].payload ?? '')).toEqual({ ...echoed, response: { issueTokens: null } })
})

const failed = 'UserLambdaValidationException: DefineAuthChallenge failed with error'
const notInvoked = 'UnexpectedLambdaException: DefineAuthChallenge invocation failed due to error'
test.each<readonly [string, Outcome, string]>([
  ['throws [O]', { kind: 'threw', errorMessage: 'not today', errorType: 'Error' }, `${failed} not today.`],
  ['throws nothing but a name [K]', { kind: 'threw', errorMessage: '', errorType: 'Sad' }, `${failed} Sad.`],
  [
    'throws a book',
    { kind: 'threw', errorMessage: 'a'.repeat(5000), errorType: 'Error' },
    `${failed} ${'a'.repeat(2048)}.`,
  ],
  ['was deleted [D]', { kind: 'not-found' }, `${notInvoked} AccessDeniedException.`],
  ['does not let the pool invoke it [O]', { kind: 'not-permitted' }, `${notInvoked} AccessDeniedException.`],
  ['cannot be reached [K]', { kind: 'unreachable' }, `${notInvoked} ServiceException.`],
  [
    'answers too much [K]',
    { kind: 'too-large', bytes: 7, limit: 6 },
    `${failed} Response payload size (7 bytes) exceeded maximum allowed payload size (6 bytes).`,
  ],
])('a function that %s fails the flow, and is not asked again', async (_what, outcome, refusal) => {
  const { asked, call } = scripted(outcome)
  expect(await refusalOf(call())).toBe(refusal)
  expect(asked).toHaveLength(1)
})

const late: Outcome = { kind: 'timed-out' }
test('a function that is late is asked three times in all [D]', async () => {
  const { asked, call } = scripted(late, late, answered(echoed))
  expect(await call()).toEqual({ issueTokens: true })
  expect(asked).toHaveLength(3)

  const never = scripted(late, late, late, answered(echoed))
  expect(await refusalOf(never.call())).toBe(`${notInvoked} Socket timeout while invoking Lambda function.`)
  expect(never.asked).toHaveLength(3)
})

describe('what is not the event it was given is unrecognizable', () => {
  const { request: _, ...withoutRequest } = echoed
  const { callerContext: __, ...withoutCaller } = echoed
  test.each<readonly [string, Outcome]>([
    ['nothing', answered(null)],
    ['a text', answered('yes')],
    ['a list', answered([echoed])],
    ['no JSON', { kind: 'answered', payload: '{"version"' }],
    ['an empty event', answered({})],
    ['the response alone [O]', answered({ response: { issueTokens: true } })],
    ['an event without the request [D]', answered(withoutRequest)],
    ['an event without its caller [O]', answered(withoutCaller)],
    ['an event without a response [D]', answered({ ...echoed, response: null })],
    ['a list for a response', answered({ ...echoed, response: [] })],
    ['another version', answered({ ...echoed, version: '2' })],
    ['a version that is a number', answered({ ...echoed, version: 1 })],
  ])('%s', async (_what, outcome) => {
    expect(await refusalOf(scripted(outcome).call())).toBe(
      'InvalidLambdaResponseException: Unrecognizable lambda output',
    )
  })
})

afterEach(() => vi.useRealTimers())

test('fifteen seconds are all that a function which hangs can take [D]', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let calls = 0
  const functions = inProcessFunctions({ [arn]: () => new Promise(() => (calls += 1)) })
  const refusal = refusalOf(callTrigger(arn, event, { functions, log, journal: noJournal } as never))
  await vi.advanceTimersByTimeAsync(15_000)
  expect(await refusal).toBe(`${notInvoked} Socket timeout while invoking Lambda function.`)
  expect(calls).toBe(3)
})
