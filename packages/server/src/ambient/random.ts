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
  bytes: bytesDrawnAhead(4096),
  uuid: () => randomUUID(),
  digits: (count) => systemRandom.text(count, '0123456789'),
  text: (count, alphabet) => Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join(''),
}

/** Asking for a few bytes costs as much as asking for thousands, and a sign-up asks five times. */
function bytesDrawnAhead(blockLength: number): Random['bytes'] {
  let block = Buffer.alloc(0)
  return (count) => {
    if (count > blockLength / 16) return randomBytes(count)
    if (count > block.length) block = randomBytes(blockLength)
    const drawn = Buffer.from(block.subarray(0, count))
    // What was given out may be a key: it stays nowhere else.
    block.fill(0, 0, count)
    block = block.subarray(count)
    return drawn
  }
}
