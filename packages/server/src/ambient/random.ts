import { randomBytes, randomInt, randomUUID } from 'node:crypto'

/** The only source of chance. Everything it gives is fit for secrets. */
export interface Random {
  bytes(count: number): Buffer
  /** A version 4 UUID. */
  uuid(): string
  /** Decimal digits, for codes that a person types. */
  digits(count: number): string
  /** Characters drawn evenly from an alphabet. */
  text(count: number, alphabet: string): string
}

export const systemRandom: Random = {
  bytes: (count) => randomBytes(count),
  uuid: () => randomUUID(),
  digits: (count) => systemRandom.text(count, '0123456789'),
  text: (count, alphabet) => Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join(''),
}
