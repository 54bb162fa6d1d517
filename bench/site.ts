/** A store that was filled for measuring, as far as those who ask need to know it. */
export interface Site {
  readonly poolId: string
  readonly clientId: string
  readonly accessKey: AccessKey
  /** Users are `user-0000000` and on. */
  readonly users: number
  /** Every so many users one has a password that signs in. */
  readonly passwordEvery: number
  /** A pool of its own, whose users sign in with a password and an authenticator. */
  readonly withTotp: TotpPool
  /** A pool of its own, whose sign-ups a function of a directory hears of first. */
  readonly withFunction: { readonly clientId: string }
}

export interface TotpPool {
  readonly poolId: string
  readonly clientId: string
  /** Users are `user-0000000` and on. */
  readonly users: number
}

export interface AccessKey {
  readonly id: string
  readonly secret: string
}

export const password = 'Correct-horse-1'
export const groupName = 'members'

export const usernameOf = (number: number) => `user-${String(number).padStart(7, '0')}`
export const emailOf = (number: number) => `${usernameOf(number)}@example.com`
