import { schemaOf } from '../../../domain/user-attributes.ts'
import type { Pool } from '../../../domain/pool.ts'
import { attributesUnknown } from '../../../domain/refusals.ts'
import type { User } from '../../../domain/user.ts'
import { userFilter } from '../../../flows/users/user-filter.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { pageToken, placeOf } from '../../page-token.ts'
import { userView } from '../views/user.ts'

const mostUsers = 60

/** A limit of zero is none, as it is for AWS's other lists. */
export const ListUsers = operation('ListUsers', 'operator', async (input, context) => {
  const { Filter = '', Limit, PaginationToken, AttributesToGet = [] } = input
  const pool = await operatorPool(input.UserPoolId, context)
  refuseUnknown(AttributesToGet, pool)
  const list = `ListUsers:${pool.id}:${Filter}`
  const after = placeOf(PaginationToken, list, context.sealer)
  const filter = userFilter(Filter, pool)
  if (filter === 'nobody') return { Users: [] }
  const search = { limit: Limit || mostUsers, ...after, ...(filter && { filter }) }
  const page = await context.store.users.search(pool.id, search)
  return {
    Users: page.items.map((user) => listed(user, AttributesToGet)),
    PaginationToken: pageToken(page.next, list, context.sealer),
  }
})

function refuseUnknown(names: readonly string[], pool: Pool): void {
  const schema = schemaOf(pool)
  if (names.some((name) => name !== 'identities' && !schema.has(name))) throw attributesUnknown()
}

function listed(user: User, wanted: readonly string[]) {
  const view = userView(user)
  if (wanted.length === 0) return view
  return { ...view, Attributes: (view.Attributes ?? []).filter(({ Name }) => wanted.includes(Name)) }
}
