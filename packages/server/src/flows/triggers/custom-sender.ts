import type { HandedMessage, Message } from '../../domain/message.ts'
import type { Carrier } from '../../outbox/mailroom.ts'
import { encryptMessage } from '../keys-of-kms/encrypt-message.ts'
import { escapeHtml } from '../messages/escape-html.ts'
import type { World } from '../world.ts'

/** What AWS allows a function of a trigger. */
const limitMs = 5000

/** The function did not take a message; it is asked again later. */
class NotTaken extends Error {
  override readonly name = 'NotTaken'
}

/**
 * Hands messages to the functions that send them. One that fails is told again, and may so be told twice: what it answers
 * means nothing.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-email-sender.html
 */
export function customSender(
  world: Pick<World, 'store' | 'clock' | 'sealer' | 'random' | 'functions' | 'log'>,
): Carrier {
  return async ({ message }) => {
    const { handedTo } = message
    if (!handedTo) throw new NotTaken('There is no function for the message')
    const { arn, pool: source } = handedTo
    const payload = JSON.stringify(await eventOf(message, handedTo, world))
    const { kind } = await world.functions.invoke(arn, { payload, limitMs, source })
    if (kind === 'answered') return 'sent'
    world.log.warn('function failed', { pool: source.id, source: sourceOf(message, handedTo), arn, failure: kind })
    throw new NotTaken(kind)
  }
}

async function eventOf(message: Message, handedTo: HandedMessage, world: Parameters<typeof customSender>[0]) {
  const { trigger, pool, clientId, userName, userAttributes, clientMetadata } = handedTo
  return {
    version: '1',
    triggerSource: sourceOf(message, handedTo),
    region: pool.region,
    userPoolId: pool.id,
    userName,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: clientId ?? 'CLIENT_ID_NOT_APPLICABLE' },
    request: {
      type: trigger === 'CustomEmailSender' ? 'customEmailSenderRequestV1' : 'customSMSSenderRequestV1',
      code: await codeOf(message, handedTo, world),
      clientMetadata: clientMetadata ?? null,
      userAttributes,
    },
  }
}

const sourceOf = ({ source }: Message, { trigger }: HandedMessage) =>
  `${trigger}_${source.replace(/^CustomMessage_/, '')}`

/** A temporary password arrives escaped for HTML [D]; a notification has no code [K]. */
async function codeOf(
  { code, source }: Message,
  { keyId, pool }: HandedMessage,
  world: Parameters<typeof customSender>[0],
): Promise<string | null> {
  if (code === undefined) return null
  const text = source === 'CustomMessage_AdminCreateUser' ? escapeHtml(code) : code
  return encryptMessage(pool, { keyId, text, context: { 'userpool-id': pool.id } }, world)
}
