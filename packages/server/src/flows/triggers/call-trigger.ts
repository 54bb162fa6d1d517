import { functionAnswerUnreadable, functionFailed, functionNotInvoked } from '../../domain/refusals.ts'
import type { Failure, Functions, Outcome } from '../../functions/functions.ts'
import type { Fired } from '../../recorder/journal.ts'
import type { World } from '../world.ts'
import { readAnswer } from './read-answer.ts'
import type { JsonObject, TriggerEvent } from './trigger-event.ts'

/** What AWS allows, and lets nobody change. */
const limitMs = 5000
const mostTries = 3

/**
 * Tells a function of an event and gives back its `response`; refuses with AWS's sentence when there is none. One that did
 * not answer in time is asked again, so it may see an event three times; one that failed is not.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 */
export async function callTrigger(
  arn: string,
  event: TriggerEvent,
  world: Pick<World, 'functions' | 'log' | 'journal'>,
): Promise<JsonObject> {
  const envelope = envelopeOf(event)
  const { id, account, region } = event.pool
  const invocation = { payload: JSON.stringify(envelope), limitMs, source: { id, account, region } }
  const began = performance.now()
  const { outcome, tries } = await invokeInTime(arn, invocation, world.functions)
  const response = outcome.kind === 'answered' ? readAnswer(outcome.payload, envelope) : undefined
  const failure = outcome.kind === 'answered' ? 'unrecognizable' : outcome.kind
  const call = { trigger: event.trigger, source: event.source, arn, event: invocation.payload, tries }
  const milliseconds = performance.now() - began
  world.journal.note({ ...call, milliseconds, ...howItWent(outcome), outcome: response ? 'answered' : failure })
  if (response) return response
  world.log.warn('function failed', { pool: id, source: event.source, arn, failure })
  throw outcome.kind === 'answered' ? functionAnswerUnreadable() : refusalFor(event.trigger, outcome)
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html#cognito-user-pools-lambda-trigger-event-parameter-shared */
function envelopeOf({ source, version = '1', pool, clientId, userName, request, response }: TriggerEvent) {
  return {
    version,
    triggerSource: source,
    region: pool.region,
    userPoolId: pool.id,
    userName,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: clientId ?? 'CLIENT_ID_NOT_APPLICABLE' },
    request,
    response,
  }
}

/** What a function said, for whoever looks it up later. */
function howItWent(outcome: Outcome): Pick<Fired, 'kind' | 'answer' | 'failure'> {
  if (outcome.kind === 'answered') return { kind: 'fired', answer: outcome.payload }
  if (outcome.kind !== 'threw') return { kind: 'fired' }
  return { kind: 'fired', failure: `${outcome.errorType}: ${outcome.errorMessage}` }
}

async function invokeInTime(
  arn: string,
  invocation: Parameters<Functions['invoke']>[1],
  functions: Functions,
): Promise<{ readonly outcome: Outcome; readonly tries: number }> {
  for (let tries = 1; tries < mostTries; tries++) {
    const outcome = await functions.invoke(arn, invocation)
    if (outcome.kind !== 'timed-out') return { outcome, tries }
  }
  return { outcome: await functions.invoke(arn, invocation), tries: mostTries }
}

/** A function that was deleted is, to whoever invokes it, one that may not be invoked [D]. */
function refusalFor(trigger: string, failure: Failure): Error {
  switch (failure.kind) {
    case 'threw':
      return functionFailed(trigger, (failure.errorMessage || failure.errorType).slice(0, longestMessage))
    case 'timed-out':
      return functionNotInvoked(trigger, 'Socket timeout while invoking Lambda function')
    case 'not-found':
    case 'not-permitted':
      return functionNotInvoked(trigger, 'AccessDeniedException')
    case 'too-large':
      return functionFailed(trigger, responseTooLarge(failure))
    case 'unreachable':
      return functionNotInvoked(trigger, 'ServiceException')
  }
}

/** Enough for what a person shall read; a function could send megabytes. */
const longestMessage = 2048

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const responseTooLarge = ({ bytes, limit }: { readonly bytes: number; readonly limit: number }) =>
  `Response payload size (${bytes} bytes) exceeded maximum allowed payload size (${limit} bytes)`
