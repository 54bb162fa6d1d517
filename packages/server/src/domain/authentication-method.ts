const methods = ['pwd', 'otp', 'sms', 'email_otp', 'swk', 'hwk', 'fed', 'mfa'] as const

/** How somebody authenticated, by the names of the claim `amr`. */
export type AuthenticationMethod = (typeof methods)[number]

export function isAuthenticationMethod(name: string): name is AuthenticationMethod {
  return methods.some((method) => method === name)
}
