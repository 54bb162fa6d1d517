/** What is measured, in the order of the table, and the cryptography that each cannot do without. */
export const operations = {
  'sign-up': { powers: 1, signatures: 0 },
  'SRP sign-in': { powers: 3, signatures: 2 },
  'password sign-in': { powers: 1, signatures: 2 },
  refresh: { powers: 0, signatures: 2 },
  GetUser: { powers: 0, signatures: 0 },
  AdminGetUser: { powers: 0, signatures: 0 },
  'group change': { powers: 0, signatures: 0 },
  'ListUsers page of 60': { powers: 0, signatures: 0 },
  'ListUsers e-mail filter': { powers: 0, signatures: 0 },
} as const

export type OperationName = keyof typeof operations

export const operationNames = Object.keys(operations) as readonly OperationName[]
