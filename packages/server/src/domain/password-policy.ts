import type { PasswordPolicyType } from '@cognate/wire/user-pools.ts'
import type { Pool } from './pool.ts'
import { passwordRefused } from './refusals.ts'

/** What a pool made by the API asks of passwords when it says nothing. */
export const defaultPasswordPolicy: PasswordPolicyType = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html; an inner space counts too. */
const symbol = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|(?<=\S) (?=\S)/

/** In this order, one reason at a time, as the service answers. */
const rules: readonly {
  readonly asked: (policy: PasswordPolicyType) => boolean | undefined
  readonly kept: (password: string, policy: PasswordPolicyType) => boolean
  readonly reason: string
}[] = [
  {
    asked: () => true,
    kept: (password, policy) => password.length >= (policy.MinimumLength ?? 8),
    reason: 'Password not long enough',
  },
  {
    asked: (policy) => policy.RequireUppercase,
    kept: (password) => /[A-Z]/.test(password),
    reason: 'Password must have uppercase characters',
  },
  {
    asked: (policy) => policy.RequireLowercase,
    kept: (password) => /[a-z]/.test(password),
    reason: 'Password must have lowercase characters',
  },
  {
    asked: (policy) => policy.RequireNumbers,
    kept: (password) => /[0-9]/.test(password),
    reason: 'Password must have numeric characters',
  },
  {
    asked: (policy) => policy.RequireSymbols,
    kept: (password) => symbol.test(password),
    reason: 'Password must have symbol characters',
  },
]

export function passwordPolicyOf(pool: Pool): PasswordPolicyType {
  return pool.settings.Policies?.PasswordPolicy ?? defaultPasswordPolicy
}

/** The first rule of the pool's policy that a password breaks. */
export function brokenRule(password: string, pool: Pool): string | undefined {
  const policy = passwordPolicyOf(pool)
  return rules.find((rule) => rule.asked(policy) && !rule.kept(password, policy))?.reason
}

/** Refuses a password that the pool's policy does not allow, with the first rule it breaks. */
export function checkPassword(password: string, pool: Pool): void {
  const reason = brokenRule(password, pool)
  if (reason !== undefined) throw passwordRefused(reason)
}
