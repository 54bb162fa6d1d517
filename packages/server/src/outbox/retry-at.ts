import type { Random } from '../ambient/random.ts'

const firstMs = 5_000
const longestMs = 3_600_000

/**
 * When a message that failed for the `attempts`-th time is due again: 5 s, doubling up to an hour, of which a random
 * half is kept, so that what failed together does not return together.
 */
export function retryAt(now: number, attempts: number, random: Pick<Random, 'bytes'>): number {
  const wait = Math.min(firstMs * 2 ** (attempts - 1), longestMs)
  const share = random.bytes(2).readUInt16BE() / 65_536
  return now + Math.round(wait * (0.5 + share / 2))
}
