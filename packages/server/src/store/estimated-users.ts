import { setImmediate } from 'node:timers/promises'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'

/** Users counted without letting anybody else have a turn: about a millisecond. */
const slice = 10_000
const rememberedMs = 10_000

interface Slice {
  readonly users: number
  readonly last: string | null
}

/**
 * Counts a pool slice by slice, so that a million users do not hold up the event loop, and remembers the answer for
 * some seconds if it took more than one.
 */
export function estimatedUsersIn({ compiler, rows }: Database): (poolId: string) => Promise<number> {
  const remembered = new Map<string, Promise<number>>()
  const nextSlice = prepared(({ poolId, after }: { poolId: string; after: string }) =>
    compiler
      .selectFrom((from) =>
        from
          .selectFrom('users')
          .select('sub')
          .where('pool_id', '=', poolId)
          .where('sub', '>', after)
          .orderBy('sub')
          .limit(slice)
          .as('counted'),
      )
      .select(({ fn }) => [fn.countAll<number>().as('users'), fn.max('sub').as('last')]),
  )

  async function count(poolId: string): Promise<number> {
    let total = 0
    for (let after: string | null = ''; after !== null; await setImmediate()) {
      const [counted]: readonly Slice[] = await rows(nextSlice({ poolId, after }))
      total += counted?.users ?? 0
      after = counted?.users === slice ? counted.last : null
    }
    return total
  }

  return async (poolId) => {
    const known = remembered.get(poolId)
    if (known) return known
    const counting = count(poolId)
    remembered.set(poolId, counting)
    const forget = () => remembered.delete(poolId)
    try {
      const total = await counting
      if (total < slice) forget()
      else setTimeout(forget, rememberedMs).unref()
      return total
    } catch (error) {
      forget()
      throw error
    }
  }
}
