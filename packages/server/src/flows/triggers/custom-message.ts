import type { Channel, MessageSource } from '../../domain/message.ts'
import type { Pool } from '../../domain/pool.ts'
import { functionAnswerUnreadable } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import type { World } from '../world.ts'
import { callConfigured } from './call-configured.ts'
import { eventAttributes } from './event-attributes.ts'
import { readText } from './read-member.ts'

export interface CustomMessage {
  readonly source: Extract<MessageSource, `CustomMessage_${string}`>
  readonly pool: Pool
  readonly clientId: string | undefined
  readonly user: User
  /** Whether the message hands over a link. */
  readonly byLink?: boolean
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

/** What a function says instead of the pool's templates, as far as it says something. */
export type OwnWords = Readonly<Partial<Record<Channel, string>>> & { readonly subject?: string }

const longest = { subject: 140, email: 20_000, sms: 20_000 }

/**
 * Lets a function write a message. One that leaves out what the message is for is not heard, and the pool's template is
 * sent. https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html
 */
export async function customMessage(
  message: CustomMessage,
  world: Pick<World, 'functions' | 'log' | 'journal'>,
): Promise<OwnWords> {
  const { source, pool, clientId, user, clientMetadata } = message
  const invites = source === 'CustomMessage_AdminCreateUser'
  const request = {
    userAttributes: eventAttributes(pool, user),
    codeParameter: '{####}',
    linkParameter: '{##Click Here##}',
    usernameParameter: invites ? '{username}' : null,
    clientMetadata,
  }
  const told = { trigger: 'CustomMessage', source, pool, clientId, userName: user.username, request } as const
  const event = { ...told, response: { smsMessage: null, emailMessage: null, emailSubject: null } }
  const response = await callConfigured(event, world)
  if (!response) return {}
  const said = {
    sms: readText(response, 'smsMessage'),
    email: readText(response, 'emailMessage'),
    subject: readText(response, 'emailSubject'),
  }
  return Object.fromEntries(
    Object.entries(said).filter(([name, text]) => isHeard(name as keyof typeof said, text, message)),
  )
}

function isHeard(name: keyof typeof longest, text: string | undefined, { source, byLink }: CustomMessage): boolean {
  if (!text) return false
  if (text.length > longest[name]) throw functionAnswerUnreadable()
  if (name === 'subject') return true
  const handsOver = byLink && name === 'email' ? /\{##[^{}]+?##\}/.test(text) : text.includes('{####}')
  return handsOver && (source !== 'CustomMessage_AdminCreateUser' || text.includes('{username}'))
}
