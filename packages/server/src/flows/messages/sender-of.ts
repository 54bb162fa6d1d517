import type { Pool } from '../../domain/pool.ts'

/**
 * Whose name the pool's e-mail carries, and where answers go. Without From, the address that SourceArn verified is the
 * sender; an identity that is a whole domain names nobody.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html
 */
export function senderOf(pool: Pool): { readonly from?: string; readonly replyTo?: string } {
  const { From, SourceArn, ReplyToEmailAddress } = pool.settings.EmailConfiguration ?? {}
  const identity = SourceArn?.split(':identity/')[1]
  const from = From || (identity?.includes('@') ? identity : undefined)
  return {
    ...(from === undefined ? {} : { from }),
    ...(ReplyToEmailAddress === undefined ? {} : { replyTo: ReplyToEmailAddress }),
  }
}
