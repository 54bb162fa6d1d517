import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Clock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { Random } from '../ambient/random.ts'
import { readFunctionArn } from './function-arn.ts'
import type { Functions, Outcome } from './functions.ts'
import { inTime } from './in-time.ts'
import { postEvent } from './post-event.ts'
import { readWebhookResponse } from './read-webhook-response.ts'
import { webhookSignature } from './webhook-signature.ts'

/** Where the events of a function go, and what they are signed with. */
export interface Webhook {
  readonly url: string
  readonly key: Buffer
}

export interface WebhookParts {
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/** Functions that are pages of the web: a signed event is posted, and the response is the answer. By ARN without `:$LATEST`. */
export function webhookFunctions(
  webhooks: ReadonlyMap<string, Webhook>,
  { clock, random, log }: WebhookParts,
): Functions & AsyncDisposable {
  const agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) }

  async function ask(arn: string, { url, key }: Webhook, body: string, signal: AbortSignal): Promise<Outcome> {
    const timestampSeconds = Math.floor(clock.now() / 1000)
    const headers = webhookSignature({ id: random.uuid(), timestampSeconds, body }, key)
    try {
      const response = await postEvent(url, { headers, body, agents, signal })
      const outcome = await readWebhookResponse(response)
      if (outcome.kind === 'unreachable' && !signal.aborted)
        log.warn('webhook gave no answer', { arn, status: response.statusCode })
      return outcome
    } catch (error) {
      if (!signal.aborted) log.warn('webhook cannot be reached', { arn, reason: codeOf(error) })
      return { kind: 'unreachable' }
    }
  }

  return {
    invoke(arn, { payload, limitMs, source }) {
      const webhook = webhooks.get(arn.replace(/:\$LATEST$/, ''))
      if (!webhook) return Promise.resolve({ kind: 'not-found' })
      if (readFunctionArn(arn)?.account !== source.account) return Promise.resolve({ kind: 'not-permitted' })
      const late = new AbortController()
      return inTime(ask(arn, webhook, payload, late.signal), limitMs, () => late.abort())
    },
    [Symbol.asyncDispose]() {
      for (const agent of Object.values(agents)) agent.destroy()
      return Promise.resolve()
    },
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason')
