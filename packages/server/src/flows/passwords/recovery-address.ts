import { recoveryAttributes } from '../../domain/account-recovery.ts'
import { mfaAttributes } from '../../domain/mfa-attributes.ts'
import type { Pool } from '../../domain/pool.ts'
import { noRecoveryChannel, passwordNotResettable, userDisabled } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import type { Address } from '../codes/request-code.ts'

/** The verified address a user's password is recovered by, which is no second factor of theirs, or why it is not. */
export function recoveryAddress(pool: Pool, user: User): Address {
  if (!user.enabled) return { refusal: userDisabled() }
  if (user.status === 'UNCONFIRMED') return { refusal: noRecoveryChannel() }
  if (user.status !== 'CONFIRMED' && user.status !== 'RESET_REQUIRED') return { refusal: passwordNotResettable() }
  const taken = mfaAttributes(pool, user)
  const attribute = recoveryAttributes(pool).find(
    (name) => user.attributes[`${name}_verified`] === 'true' && !taken.includes(name),
  )
  const value = attribute && user.attributes[attribute]
  return attribute && value ? { attribute, value } : { refusal: noRecoveryChannel() }
}
