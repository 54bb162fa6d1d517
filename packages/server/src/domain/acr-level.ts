import { defaultAcrName } from './acr-name.ts'
import type { AuthenticationMethod } from './authentication-method.ts'
import type { PoolSettings } from './pool.ts'

/** How strongly somebody authenticated. */
export type AcrLevel = 1 | 2 | 3 | 4

export const acrLevels: readonly AcrLevel[] = [1, 2, 3, 4]

/**
 * The highest level that these methods fully satisfy; none where there is only what a provider vouched for.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-step-up-authentication.html
 */
export function acrLevelOf(methods: readonly AuthenticationMethod[]): AcrLevel | undefined {
  const has = (method: AuthenticationMethod) => methods.includes(method)
  const sentCode = has('sms') || has('email_otp')
  if (has('pwd') && has('otp')) return 4
  if (has('swk') || has('hwk') || (has('pwd') && sentCode)) return 3
  if (sentCode) return 2
  return has('pwd') ? 1 : undefined
}

/** What the pool calls a level in the claim `acr`. */
export function acrName({ AcrConfiguration = {} }: PoolSettings, level: AcrLevel): string {
  const key = `Level${level}`
  return AcrConfiguration[key]?.AcrValue ?? defaultAcrName(key)
}
