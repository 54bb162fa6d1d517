/** What is measured, in the order of the table, and the cryptography that each cannot do without. */
export const operations = {
  'sign-up': { powers: 1 },
  'SRP sign-in': { powers: 3, signatures: 2 },
  'password sign-in': { powers: 1, signatures: 2 },
  'TOTP sign-in': { powers: 1, signatures: 2 },
  'passkey sign-in': { verifications: 1, signatures: 2 },
  'e-mail OTP sign-in': { signatures: 2 },
  refresh: { signatures: 2 },
  GetUser: {},
  AdminGetUser: {},
  'group change': {},
  'ListUsers page of 60': {},
  'ListUsers e-mail filter': {},
  // Last, because its processes wait for more for a while, beside whatever comes after it.
  'PreSignUp trigger, directory function': { powers: 1 },
} as const satisfies Readonly<Record<string, Cryptography>>

/** How often each is done. */
export interface Cryptography {
  readonly powers?: number
  readonly signatures?: number
  readonly verifications?: number
}

export type OperationName = keyof typeof operations

export const operationNames = Object.keys(operations) as readonly OperationName[]
