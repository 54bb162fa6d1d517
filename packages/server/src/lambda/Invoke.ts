import {
  functionNotFound,
  functionSettingNotOffered,
  functionUnreachable,
  invalidMember,
  runtimeUnconfined,
  unreadableRequest,
  uploadsNotAllowed,
} from '../domain/function-refusals.ts'
import type { Outcome, Printed } from '../functions/functions.ts'
import type { LambdaAnswer, LambdaOperation } from './lambda-call.ts'
import { placeOf } from './lambda-call.ts'
import { requireRunsHere } from './require-runs-here.ts'

/** Longer than any function may take, and to load it. */
const limitMs = 960_000
const tailBytes = 4096

/** In the same call, or a dry run: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
export const Invoke: LambdaOperation = async (call, world) => {
  const { account, region, name } = placeOf(call)
  const { headers, body } = call.request
  const type = headers['x-amz-invocation-type'] ?? 'RequestResponse'
  if (type === 'Event') throw functionSettingNotOffered('InvocationType Event')
  if (type !== 'DryRun' && type !== 'RequestResponse')
    throw invalidMember('invocationType', 'Member must be one of [Event, RequestResponse, DryRun]')
  const payload = readPayload(body)
  if (type === 'DryRun') {
    const fn = await world.store.lambdaFunctions.find({ account, region, name })
    if (!fn) throw functionNotFound({ account, region, name })
    requireRunsHere(fn.settings.runtime, call)
    return { status: 204 }
  }
  const arn = `arn:aws:lambda:${region}:${account}:function:${name}`
  const outcome = await world.functions.invoke(arn, { payload, limitMs, source: { account, region } })
  const answer = answerOf(outcome, { account, region, name })
  const isTailed = headers['x-amz-log-type'] === 'Tail'
  return { ...answer, headers: { ...answer.headers, ...(isTailed && { 'x-amz-log-result': tailOf(outcome) }) } }
}

function readPayload(body: Buffer): string {
  if (body.length === 0) return '{}'
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    JSON.parse(text)
    return text
  } catch {
    throw unreadableRequest()
  }
}

const executed = { 'x-amz-executed-version': '$LATEST' }

function answerOf(outcome: Outcome, place: Parameters<typeof functionNotFound>[0]): LambdaAnswer {
  switch (outcome.kind) {
    case 'answered':
      return { status: 200, body: outcome.payload, headers: executed }
    case 'threw':
      return failed(outcome.errorType, outcome.errorMessage)
    case 'too-large':
      return failed(
        'Function.ResponseSizeTooLarge',
        `Response payload size exceeded maximum allowed payload size (${outcome.limit} bytes).`,
      )
    case 'not-found':
      throw functionNotFound(place)
    case 'not-permitted':
      throw outcome.why === 'unconfined' ? runtimeUnconfined() : uploadsNotAllowed()
    case 'timed-out':
    case 'unreachable':
      throw functionUnreachable()
  }
}

const failed = (errorType: string, errorMessage: string): LambdaAnswer => ({
  status: 200,
  body: { errorMessage, errorType },
  headers: { ...executed, 'x-amz-function-error': 'Unhandled' },
})

const tailOf = ({ printed = '' }: Outcome & Printed) => Buffer.from(printed).subarray(-tailBytes).toString('base64')
