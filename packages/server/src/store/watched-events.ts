import { sql } from 'kysely'
import type { FeedbackValueType } from '@cognate/wire/user-pools.ts'
import type { Familiar } from '../domain/auth-event.ts'
import type { AuthEvents } from './auth-event-store.ts'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'

type Row = Schema['auth_events']

interface Window {
  readonly since: number
  readonly limit: number
}

/** What is asked before each sign-in where threat protection watches; each walks an index, and no further than a bound. */
export function watchingIn({ compiler, rows }: Database): Pick<AuthEvents, 'familiar' | 'failures' | 'failingAt'> {
  const familiar = prepared((at: Pick<Row, 'pool_id' | 'who'> & { readonly limit: number }) =>
    compiler
      .selectFrom('auth_events')
      .select(['address_digest', 'device_digest', 'feedback'])
      .where('pool_id', '=', at.pool_id)
      .where('who', '=', at.who)
      .where(({ or, eb }) => or([eb('entered', '=', 1), eb('feedback', 'is not', null)]))
      .orderBy('created_at', 'desc')
      .limit(at.limit),
  )
  // In words and not as parameters, so that the index of failures is known to hold them.
  const failed = () =>
    compiler
      .selectFrom('auth_events')
      .where('event_type', '=', sql.lit('SignIn'))
      .where('response', '=', sql.lit('Fail'))
  const failures = prepared((at: Pick<Row, 'pool_id' | 'who'> & Window) =>
    failed()
      .select('event_id')
      .where('pool_id', '=', at.pool_id)
      .where('who', '=', at.who)
      .where('created_at', '>=', at.since)
      .limit(at.limit),
  )
  const failingAt = prepared((at: { readonly pool_id: string; readonly address_digest: string } & Window) =>
    failed()
      .select('who')
      .distinct()
      .where('pool_id', '=', at.pool_id)
      .where('address_digest', '=', at.address_digest)
      .where('created_at', '>=', at.since)
      .limit(at.limit),
  )
  return {
    async familiar(poolId, who, limit) {
      return (await rows(familiar({ pool_id: poolId, who, limit }))).map(toFamiliar)
    },
    async failures({ poolId, who }, since, limit) {
      return (await rows(failures({ pool_id: poolId, who, since, limit }))).length
    },
    async failingAt({ poolId, addressDigest }, since, limit) {
      return (await rows(failingAt({ pool_id: poolId, address_digest: addressDigest, since, limit }))).length
    },
  }
}

function toFamiliar(row: Pick<Row, 'address_digest' | 'device_digest' | 'feedback'>): Familiar {
  return {
    ...(row.address_digest === null ? {} : { addressDigest: row.address_digest }),
    ...(row.device_digest === null ? {} : { deviceDigest: row.device_digest }),
    ...(row.feedback === null ? {} : { feedback: row.feedback as FeedbackValueType }),
  }
}
