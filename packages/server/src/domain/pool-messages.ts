import type { RequestedPool } from './pool-situation.ts'
import type { PoolSettings } from './pool.ts'

/**
 * The members a message can come from. The three that stand alone are the older form of the template's; whichever is
 * given, both say the same, the template first.
 */
export function completeMessages(requested: RequestedPool): Partial<PoolSettings> {
  const template = requested.VerificationMessageTemplate
  const sms = template?.SmsMessage ?? requested.SmsVerificationMessage
  const email = template?.EmailMessage ?? requested.EmailVerificationMessage
  const subject = template?.EmailSubject ?? requested.EmailVerificationSubject
  return {
    SmsVerificationMessage: sms,
    EmailVerificationMessage: email,
    EmailVerificationSubject: subject,
    VerificationMessageTemplate: {
      ...template,
      SmsMessage: sms,
      EmailMessage: email,
      EmailSubject: subject,
      DefaultEmailOption: template?.DefaultEmailOption ?? 'CONFIRM_WITH_CODE',
    },
  }
}
