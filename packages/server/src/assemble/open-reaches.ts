import type { Settings } from '../config/settings.ts'
import { firstFound } from '../functions/first-found.ts'
import type { Functions } from '../functions/functions.ts'
import { openFunctions, type FunctionParts } from './open-functions.ts'
import { openLambdaEndpoint } from './open-lambda-endpoint.ts'
import { openWebhooks } from './open-webhooks.ts'

/** What was said of one function goes before what was said of all. */
export async function openReaches(settings: Settings, parts: FunctionParts): Promise<Functions & AsyncDisposable> {
  const reaches = [
    ...(await openWebhooks(settings, parts)),
    await openFunctions(settings, parts),
    ...(await openLambdaEndpoint(settings, parts)),
  ]
  return {
    ...firstFound(reaches),
    async [Symbol.asyncDispose]() {
      await Promise.all(reaches.map((reach) => reach[Symbol.asyncDispose]()))
    },
  }
}
