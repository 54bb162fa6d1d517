import type { MessageSender } from './message-sender.ts'
import type { Pool } from './pool.ts'

export type Channel = 'email' | 'sms'

/** Why a message is sent, in the words of the triggers. */
export type MessageSource =
  | 'CustomMessage_SignUp'
  | 'CustomMessage_AdminCreateUser'
  | 'CustomMessage_ResendCode'
  | 'CustomMessage_ForgotPassword'
  | 'CustomMessage_UpdateUserAttribute'
  | 'CustomMessage_VerifyUserAttribute'
  | 'CustomMessage_Authentication'
  | 'AccountTakeOverNotification'

/** A message to a person, written out and ready to go. Kept sealed until it went. */
export interface Message {
  readonly channel: Channel
  /** E-mail address or E.164 number. */
  readonly to: string
  readonly source: MessageSource
  readonly subject?: string
  readonly text: string
  readonly html?: string
  /** The code (or temporary password) that the message carries. */
  readonly code?: string
  readonly link?: string
  /** The pool's own sender, an address with or without a display name; otherwise the provider's. */
  readonly from?: string
  readonly replyTo?: string
  /** The function that sends it instead of a provider. */
  readonly handedTo?: HandedMessage
  /** From here on, milliseconds since 1970, it is of no use to anybody and not worth sending. */
  readonly expiresAt: number
}

/** Which function sends a message, and what it is told besides the code. */
export interface HandedMessage extends MessageSender {
  readonly pool: Pick<Pool, 'id' | 'account' | 'region'>
  readonly clientId: string | undefined
  readonly userName: string
  readonly userAttributes: Readonly<Record<string, string>>
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}
