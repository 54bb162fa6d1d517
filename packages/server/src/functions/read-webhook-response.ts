import type { IncomingMessage } from 'node:http'
import type { Failure, Outcome } from './functions.ts'
import { readRuntimeBody } from './read-runtime-body.ts'
import { readRuntimeError } from './read-runtime-error.ts'

/** 2xx with JSON answers; from 400 on, `errorMessage` and `errorType` throw. Nothing else was said by a function. */
export async function readWebhookResponse(response: IncomingMessage): Promise<Outcome> {
  try {
    const body = await readRuntimeBody(response)
    if (!body) return { kind: 'unreachable' }
    return body.kind === 'answered' ? outcomeOf(response, body.payload) : body
  } finally {
    // Of what was too large, the rest is on its way.
    response.destroy()
  }
}

function outcomeOf({ statusCode = 0, headers }: IncomingMessage, payload: string): Outcome {
  const said = isJson(headers['content-type']) ? parsed(payload) : undefined
  if (statusCode >= 200 && statusCode < 300) return said === undefined ? noJson : { kind: 'answered', payload }
  return statusCode >= 400 && isError(said) ? readRuntimeError(payload) : { kind: 'unreachable' }
}

const isJson = (type = '') => /^application\/(?:[\w.-]+\+)?json *(?:;|$)/i.test(type)

const noJson: Failure = {
  kind: 'threw',
  errorType: 'Webhook.InvalidResponse',
  errorMessage: 'Error: The webhook answered no JSON',
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isError = (said: unknown) => typeof said === 'object' && said !== null && 'errorMessage' in said
