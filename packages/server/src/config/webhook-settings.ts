import { resolve } from 'node:path'
import type { Values } from './values.ts'

/** Where a function is asked over the web. */
export interface WebhookSettings {
  readonly arn: string
  readonly url: string
  readonly secret: { readonly kind: 'given'; readonly key: Buffer } | { readonly kind: 'file'; readonly file: string }
}

/** Every webhook with its secret; see `haveSecrets`. */
export function webhooksOf(values: Values, directory: string): readonly WebhookSettings[] {
  const files = values['function-webhook-secret-file'] ?? []
  const keys = values['function-webhook-secret'] ?? []
  const secrets = new Map<string, WebhookSettings['secret']>([
    ...files.map(({ arn, value }) => [arn, { kind: 'file', file: resolve(directory, value) }] as const),
    ...keys.map(({ arn, value }) => [arn, { kind: 'given', key: value }] as const),
  ])
  return (values['function-webhook'] ?? []).flatMap(({ arn, value: url }) => {
    const secret = secrets.get(arn)
    return secret ? [{ arn, url, secret }] : []
  })
}

/** Whether each webhook has one secret, and each secret a webhook. */
export function haveSecrets(values: Values): boolean {
  const secrets = [...(values['function-webhook-secret-file'] ?? []), ...(values['function-webhook-secret'] ?? [])]
  const hooks = values['function-webhook'] ?? []
  const named = new Set(hooks.map(({ arn }) => arn))
  const known = new Set(secrets.map(({ arn }) => arn))
  const isOneEach = named.size === hooks.length && known.size === secrets.length
  return isOneEach && named.size === known.size && [...named].every((arn) => known.has(arn))
}
