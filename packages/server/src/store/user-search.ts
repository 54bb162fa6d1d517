import type { User, UserStatus } from '../domain/user.ts'
import type { Database } from './database.ts'
import { pageOf } from './page.ts'
import { plannedLimit } from './planned-limit.ts'
import { prepared } from './prepared.ts'
import type { Page } from './page.ts'
import type { Users } from './user-store.ts'
import { toUser, type UserRow } from './user-rows.ts'
import { valueSearchIn } from './value-search.ts'

const statuses: readonly UserStatus[] = [
  'UNCONFIRMED',
  'CONFIRMED',
  'RESET_REQUIRED',
  'FORCE_CHANGE_PASSWORD',
  'EXTERNAL_PROVIDER',
]

/** Pages of ListUsers. Every one walks an index from where the last page ended: its time does not grow with the pool. */
export function userSearchIn(database: Database): Users['search'] {
  const bySub = subSearchIn(database)
  const byStatus = statusSearchIn(database)
  const byValue = valueSearchIn(database)
  return async (poolId, { limit, after = '', filter }) => {
    const page = { poolId, limit, after }
    if (!filter) return bySub({ ...page, first: '', last: above('') })
    if (filter.by === 'sub') return bySub({ ...page, first: filter.value, last: lastOf(filter) })
    if (filter.by === 'enabled') return byStatus({ ...page, statuses, enabled: [filter.value ? 1 : 0] })
    if (filter.by === 'status') return byStatus({ ...page, statuses: statusesOf(filter), enabled: [0, 1] })
    return byValue({ ...page, filter })
  }
}

interface SubPage {
  readonly poolId: string
  readonly limit: number
  readonly after: string
}

/** Nothing that begins with the text sorts after it and this. */
const above = (text: string) => `${text}\u{10ffff}`

const lastOf = ({ match, value }: { readonly match: 'equal' | 'prefix'; readonly value: string }) =>
  match === 'equal' ? value : above(value)

const statusesOf = ({ match, value }: { readonly match: 'equal' | 'prefix'; readonly value: string }) =>
  statuses.filter((status) => (match === 'equal' ? status === value : status.startsWith(value)))

const bySubIn = { place: (row: UserRow) => row.sub, item: toUser }

type SubSearch = (page: SubPage & { readonly first: string; readonly last: string }) => Promise<Page<User>>

function subSearchIn({ compiler, rows }: Database): SubSearch {
  const users = prepared((page: SubPage & { readonly first: string; readonly last: string }) =>
    compiler
      .selectFrom('users')
      .selectAll()
      .where('pool_id', '=', page.poolId)
      .where('sub', '>=', page.first)
      .where('sub', '<=', page.last)
      .orderBy('sub')
      .limit(plannedLimit(page.limit)),
  )
  const usersAfter = prepared((page: SubPage & { readonly last: string }) =>
    compiler
      .selectFrom('users')
      .selectAll()
      .where('pool_id', '=', page.poolId)
      .where('sub', '>', page.after)
      .where('sub', '<=', page.last)
      .orderBy('sub')
      .limit(plannedLimit(page.limit)),
  )
  return async ({ poolId, limit, after, first, last }) => {
    const page = { poolId, limit: limit + 1, after, last }
    const found = after < first || after === '' ? await rows(users({ ...page, first })) : await rows(usersAfter(page))
    return pageOf(found, limit, bySubIn)
  }
}

type StatusSearch = (
  page: SubPage & { readonly statuses: readonly UserStatus[]; readonly enabled: readonly (0 | 1)[] },
) => Promise<Page<User>>

/** One index holds a pool's users by status and flag; what spans several of them is merged from as many short walks. */
function statusSearchIn({ compiler, rows }: Database): StatusSearch {
  const users = prepared((page: SubPage & { readonly status: string; readonly enabled: number }) =>
    compiler
      .selectFrom('users')
      .selectAll()
      .where('pool_id', '=', page.poolId)
      .where('status', '=', page.status)
      .where('enabled', '=', page.enabled)
      .where('sub', '>', page.after)
      .orderBy('sub')
      .limit(plannedLimit(page.limit)),
  )
  return async ({ poolId, limit, after, ...wanted }) => {
    const walks = wanted.statuses.flatMap((status) =>
      wanted.enabled.map((enabled) => rows(users({ poolId, after, limit: limit + 1, status, enabled }))),
    )
    const found = (await Promise.all(walks)).flat()
    return pageOf(found.toSorted(bySubBytes), limit, bySubIn)
  }
}

/** Subs are ASCII: the order of their code units is the order of their bytes. */
const bySubBytes = (a: UserRow, b: UserRow) => (a.sub < b.sub ? -1 : 1)
