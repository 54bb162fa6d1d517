import { isEmail } from './contact.ts'
import type { Place, PoolSettings } from './pool.ts'
import { invalid } from './refusals.ts'

/** E-mail and text messages: who sends them, and that there is a sender for what the pool will have to send. */
export function checkPoolMessaging(settings: PoolSettings, place: Place): void {
  checkEmailConfiguration(settings)
  checkSmsConfiguration(settings, place)
  const sms = settings.SmsConfiguration
  if (!sms && settings.AutoVerifiedAttributes?.includes('phone_number'))
    throw invalid('SMS configuration is required when phone_number is selected for auto verification')
  if (!sms && settings.MfaConfiguration !== 'OFF' && !hasOtherFactor(settings))
    throw invalid('SMS configuration and Auto verification for phone_number are required when MFA is required/optional')
  if (settings.Mfa?.EmailMfaConfiguration && settings.EmailConfiguration?.EmailSendingAccount !== 'DEVELOPER')
    throw invalid('Email MFA requires an EmailConfiguration whose EmailSendingAccount is DEVELOPER.')
}

/** A factor that was named counts, even one that is not enabled, as in SetUserPoolMfaConfig [O]. */
function hasOtherFactor({ Mfa }: PoolSettings): boolean {
  return Mfa?.SoftwareTokenMfaConfiguration !== undefined || Mfa?.EmailMfaConfiguration !== undefined
}

function checkEmailConfiguration({ EmailConfiguration: email }: PoolSettings): void {
  if (email?.EmailSendingAccount === 'DEVELOPER' && !email.SourceArn)
    throw invalid('Source ARN is required to use DEVELOPER email sending owner')
  if (email?.SourceArn && !/^arn:[^:]+:ses:[^:]*:\d+:identity\/.+$/.test(email.SourceArn))
    throw invalid('Provided SourceArn must be the ARN of an Amazon SES identity.')
  if (email?.From && !isSender(email.From)) throw invalid('Provided From email address is invalid')
}

/** An address alone, or a name and the address in angle brackets (RFC 5322, `mailbox`), on one line. */
function isSender(from: string): boolean {
  // oxlint-disable-next-line no-control-regex -- a header must not be split
  if (from.length > 320 || /[\u0000-\u001f]/.test(from)) return false
  const [, address = from] = /^[^<>]*<([^<>]+)>$/.exec(from) ?? []
  return isEmail(address)
}

function checkSmsConfiguration({ SmsConfiguration: sms }: PoolSettings, { region }: Place): void {
  if (!sms) return
  if (sms.SnsCallerArn && sms.EumsSms) throw invalid('Provide either SnsCallerArn or EumsSms, but not both.')
  if (!sms.SnsCallerArn && !sms.EumsSms) throw invalid('SnsCallerArn is required in SmsConfiguration.')
  if (sms.EumsSms?.Region && sms.EumsSms.Region !== region)
    throw invalid(`Invalid EumsSms Region. The Region must be ${region}`)
}
