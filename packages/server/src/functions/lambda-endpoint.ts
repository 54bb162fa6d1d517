import { type InvokeCommandOutput, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import type { Log } from '../ambient/log.ts'
import { AnswerTooLong, boundAnswers } from './bound-answers.ts'
import type { Functions, Outcome } from './functions.ts'
import { inTime } from './in-time.ts'
import { longestAnswer } from './longest-answer.ts'
import { readRuntimeError } from './read-runtime-error.ts'

/**
 * Functions of whatever speaks AWS Lambda's API, invoked with the credentials of this process. They cannot see which pool
 * asks, so a pool reaches those of its own account alone.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export function lambdaEndpoint(endpoint: string, { log }: { readonly log: Log }): Functions & AsyncDisposable {
  const clients = new Map<string, LambdaClient>()

  function clientOf(region: string): LambdaClient {
    const present = clients.get(region)
    if (present) return present
    // How often a function is asked is for who asks to say.
    const client = new LambdaClient({ endpoint, region, maxAttempts: 1 })
    boundAnswers(client, longestAnswer)
    clients.set(region, client)
    return client
  }

  async function ask(arn: string, region: string, payload: string, abortSignal: AbortSignal): Promise<Outcome> {
    try {
      const command = new InvokeCommand({ FunctionName: arn, Payload: Buffer.from(payload) })
      return outcomeOf(await clientOf(region).send(command, { abortSignal }))
    } catch (error) {
      const outcome = failureOf(error)
      if (outcome.kind === 'unreachable' && !abortSignal.aborted)
        log.warn('lambda endpoint gave no answer', { arn, reason: nameOf(error) })
      return outcome
    }
  }

  return {
    invoke(arn, { payload, limitMs, source }) {
      const { region, account } = pattern.exec(arn)?.groups ?? {}
      if (region === undefined) return Promise.resolve({ kind: 'not-found' })
      if (account !== source.account) return Promise.resolve({ kind: 'not-permitted' })
      const late = new AbortController()
      return inTime(ask(arn, region, payload, late.signal), limitMs, () => late.abort())
    },
    [Symbol.asyncDispose]() {
      for (const client of clients.values()) client.destroy()
      return Promise.resolve()
    },
  }
}

/** With aliases and versions, which only the endpoint knows. */
const pattern =
  /^arn:aws[a-z-]*:lambda:(?<region>[a-z]{2}(?:-[a-z]+)+-\d):(?<account>\d{12}):function:[A-Za-z0-9_-]{1,64}(?::[A-Za-z0-9$_-]{1,128})?$/

function outcomeOf({ FunctionError, Payload }: InvokeCommandOutput): Outcome {
  const payload = Payload?.transformToString() ?? ''
  return FunctionError === undefined ? { kind: 'answered', payload } : readRuntimeError(payload)
}

function failureOf(error: unknown): Outcome {
  if (error instanceof AnswerTooLong) return { kind: 'too-large', bytes: error.bytes, limit: longestAnswer }
  switch (nameOf(error)) {
    case 'ResourceNotFoundException':
      return { kind: 'not-found' }
    case 'AccessDeniedException':
      return { kind: 'not-permitted' }
    default:
      return { kind: 'unreachable' }
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown reason')
