/** A name that leads to nobody. */
export interface Nobody {
  /** A keyed digest of the name. */
  readonly who: string
  readonly calledAs: string
}

/** Of whom a bit of the digest says so, the same each time. */
export function seems(what: keyof typeof bits, { who }: Pick<Nobody, 'who'>): boolean {
  return ((Buffer.from(who, 'base64url')[0] ?? 0) & bits[what]) === 0
}

const bits = { 'a passkey': 128, 'no password': 64, email: 32, phone_number: 16, 'a single factor': 8 } as const
