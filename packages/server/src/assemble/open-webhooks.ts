import { readFile } from 'node:fs/promises'
import { systemClock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { Random } from '../ambient/random.ts'
import type { Settings } from '../config/settings.ts'
import { isUnfit } from '../config/unfit.ts'
import { UnusableSettings } from '../config/unusable-settings.ts'
import { webhookSecret } from '../config/webhook-readers.ts'
import type { WebhookSettings } from '../config/webhook-settings.ts'
import type { Functions } from '../functions/functions.ts'

/** The functions that are asked over the web. Who checks a signature knows no clock but the real one. */
export async function openWebhooks(
  { webhooks = [] }: Pick<Settings, 'webhooks'>,
  { log, random }: { readonly log: Log; readonly random: Random },
): Promise<readonly (Functions & AsyncDisposable)[]> {
  if (webhooks.length === 0) return []
  const { webhookFunctions } = await import('../functions/webhook-functions.ts')
  const entries = webhooks.map(async ({ arn, url, secret }) => [arn, { url, key: await keyOf(secret) }] as const)
  return [webhookFunctions(new Map(await Promise.all(entries)), { clock: systemClock, random, log })]
}

async function keyOf(secret: WebhookSettings['secret']): Promise<Buffer> {
  if (secret.kind === 'given') return secret.key
  const text = await readFile(secret.file, 'utf8').catch(() => undefined)
  if (text === undefined)
    throw new UnusableSettings([`--function-webhook-secret-file names ${secret.file}, which cannot be read.`])
  const key = webhookSecret(text)
  if (isUnfit(key))
    throw new UnusableSettings([`The file ${secret.file} of --function-webhook-secret-file ${key.must}.`])
  return key
}
