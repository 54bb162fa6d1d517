import type { PasswordPolicyType, UserPoolPolicyType } from '@cognate/wire/user-pools.ts'
import { defaultPasswordPolicy } from './password-policy.ts'
import type { RequestedPool } from './pool-situation.ts'

/**
 * A policy that is given replaces the default one whole: what it does not ask for is not asked.
 * Zero days for a temporary password mean the default.
 */
export function completePolicies({ Policies, AdminCreateUserConfig }: RequestedPool): UserPoolPolicyType {
  const { PasswordPolicy, SignInPolicy } = Policies ?? {}
  const asked = PasswordPolicy ? { ...laxPolicy, ...PasswordPolicy } : defaultPasswordPolicy
  return {
    PasswordPolicy: {
      ...asked,
      TemporaryPasswordValidityDays:
        PasswordPolicy?.TemporaryPasswordValidityDays || AdminCreateUserConfig?.UnusedAccountValidityDays || 7,
    },
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'], ...SignInPolicy },
  }
}

const laxPolicy: PasswordPolicyType = {
  MinimumLength: 8,
  RequireUppercase: false,
  RequireLowercase: false,
  RequireNumbers: false,
  RequireSymbols: false,
}
