import type { Channel } from './message.ts'
import type { Pool } from './pool.ts'

/** A function that sends a pool's messages of a channel, instead of a provider. */
export interface MessageSender {
  readonly trigger: 'CustomEmailSender' | 'CustomSMSSender'
  readonly arn: string
  /** The key that hides codes on their way to it. */
  readonly keyId: string
}

const triggers = { email: 'CustomEmailSender', sms: 'CustomSMSSender' } as const

/** Undefined where a provider sends; a pool cannot name a function without a key. */
export function messageSender({ settings }: Pick<Pool, 'settings'>, channel: Channel): MessageSender | undefined {
  const trigger = triggers[channel]
  const arn = settings.LambdaConfig?.[trigger]?.LambdaArn
  const keyId = settings.LambdaConfig?.KMSKeyID
  return arn === undefined || keyId === undefined ? undefined : { trigger, arn, keyId }
}
