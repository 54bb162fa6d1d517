import type { User } from '../domain/user.ts'
import type { Database } from './database.ts'
import { pageOf } from './page.ts'
import { plannedLimit } from './planned-limit.ts'
import { prepared } from './prepared.ts'
import type { Page } from './page.ts'
import type { UserSearch } from './user-store.ts'
import { toUser, type UserRow } from './user-rows.ts'

type ValueFilter = Extract<UserSearch['filter'], { readonly by: 'attribute' | 'username' }>

interface ValuePage {
  readonly poolId: string
  readonly limit: number
  readonly after: string
  readonly filter: ValueFilter
}

/** Where a walk goes on (exclusive) and ends; values and subs in the order of their bytes. */
interface Walk {
  readonly poolId: string
  readonly kind: string
  readonly fromValue: string
  readonly fromSub: string
  readonly toValue: string
  readonly limit: number
}

/** Users by the value of an attribute or by username, in the order of (value, sub). */
export function valueSearchIn(database: Database): (page: ValuePage) => Promise<Page<User>> {
  const { rows } = database
  const byAttribute = attributeWalkIn(database)
  const byUsername = usernameWalkIn(database)
  return async ({ poolId, limit, after, filter }) => {
    const kind = filter.by === 'attribute' ? filter.attribute : 'username'
    const walk = { poolId, kind, limit: limit + 1, ...boundsOf(filter, after) }
    const found = await rows(filter.by === 'attribute' ? byAttribute(walk) : byUsername(walk))
    return pageOf(found, limit, {
      place: ({ value, sub }: UserRow & { value: string }) => `${sub} ${value}`,
      item: toUser,
    })
  }
}

function attributeWalkIn({ compiler }: Database) {
  return prepared((walk: Walk) =>
    compiler
      .selectFrom('user_search as entry')
      .innerJoin('users', (join) =>
        join.onRef('users.pool_id', '=', 'entry.pool_id').onRef('users.sub', '=', 'entry.sub'),
      )
      .selectAll('users')
      .select('entry.value')
      .where('entry.pool_id', '=', walk.poolId)
      .where('entry.attribute', '=', walk.kind)
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('entry.value', 'entry.sub'), '>', tuple(walk.fromValue, walk.fromSub)),
      )
      .where('entry.value', '<=', walk.toValue)
      .orderBy('entry.value')
      .orderBy('entry.sub')
      .limit(plannedLimit(walk.limit)),
  )
}

/** One user a name: its value alone is the order. */
function usernameWalkIn({ compiler }: Database) {
  return prepared((walk: Walk) =>
    compiler
      .selectFrom('user_names as entry')
      .innerJoin('users', (join) =>
        join.onRef('users.pool_id', '=', 'entry.pool_id').onRef('users.sub', '=', 'entry.sub'),
      )
      .selectAll('users')
      .select('entry.name as value')
      .where('entry.pool_id', '=', walk.poolId)
      .where('entry.kind', '=', walk.kind)
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('entry.name', 'entry.sub'), '>', tuple(walk.fromValue, walk.fromSub)),
      )
      .where('entry.name', '<=', walk.toValue)
      .orderBy('entry.name')
      .orderBy('entry.sub')
      .limit(plannedLimit(walk.limit)),
  )
}

/** A place is `sub value`; one that lies outside the filter (nobody was given it) starts over. */
function boundsOf({ match, value }: ValueFilter, after: string): Pick<Walk, 'fromValue' | 'fromSub' | 'toValue'> {
  const toValue = match === 'equal' ? value : `${value}\u{10ffff}`
  const gap = after.indexOf(' ')
  const place = { fromSub: after.slice(0, gap), fromValue: after.slice(gap + 1) }
  const inside = match === 'equal' ? place.fromValue === value : place.fromValue.startsWith(value)
  return gap > 0 && inside ? { ...place, toValue } : { fromValue: value, fromSub: '', toValue }
}
