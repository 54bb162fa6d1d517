import type { Channel, MessageSource } from '../../domain/message.ts'
import type { Pool } from '../../domain/pool.ts'

/** What a message is written from. `body` is HTML for e-mail and plain text for SMS. */
export interface Template {
  readonly subject: string
  readonly body: string
}

/** How a code is handed over: to be typed, or behind a link. */
export type Form = 'code' | 'link'

/** The template that the pool's settings, or else our own words, give a message. */
export function templateOf(pool: Pool, source: MessageSource, channel: Channel, form: Form): Template {
  if (source === 'CustomMessage_AdminCreateUser') return invitationTemplate(pool, channel)
  if (source === 'CustomMessage_Authentication') return signInTemplate(pool, channel)
  return form === 'link' ? linkTemplate(pool) : verificationTemplate(pool, channel)
}

function invitationTemplate({ settings }: Pool, channel: Channel): Template {
  const own = settings.AdminCreateUserConfig?.InviteMessageTemplate
  return {
    subject: own?.EmailSubject ?? 'Your temporary password',
    body:
      (channel === 'sms' ? own?.SMSMessage : own?.EmailMessage) ??
      'An account was made for you. Your user name is {username}, and your temporary password is {####}',
  }
}

function signInTemplate({ settings }: Pool, channel: Channel): Template {
  const email = channel === 'email' ? settings.Mfa?.EmailMfaConfiguration : undefined
  const body = channel === 'sms' ? settings.SmsAuthenticationMessage : email?.Message
  return { subject: email?.Subject ?? 'Your sign-in code', body: body ?? 'Use the code {####} to sign in.' }
}

function linkTemplate({ settings }: Pool): Template {
  const own = settings.VerificationMessageTemplate
  return {
    subject: own?.EmailSubjectByLink ?? 'Confirm your e-mail address',
    body: own?.EmailMessageByLink ?? 'To confirm your e-mail address, follow this link: {##Confirm my address##}',
  }
}

/** The members outside VerificationMessageTemplate are its older form. */
function verificationTemplate({ settings }: Pool, channel: Channel): Template {
  const own = settings.VerificationMessageTemplate
  const body =
    channel === 'sms'
      ? (own?.SmsMessage ?? settings.SmsVerificationMessage)
      : (own?.EmailMessage ?? settings.EmailVerificationMessage)
  return {
    subject: own?.EmailSubject ?? settings.EmailVerificationSubject ?? 'Your verification code',
    body: body ?? 'Use the code {####} to go on.',
  }
}
