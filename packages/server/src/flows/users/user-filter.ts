import { foldName, foldSearchValue, searchableAttributes } from '../../domain/names.ts'
import { signsInWithAttribute } from '../../domain/login-names.ts'
import type { Pool } from '../../domain/pool.ts'
import { filterMalformed, filterAttributeUnknown } from '../../domain/refusals.ts'
import type { UserSearch } from '../../store/user-store.ts'

type Filter = NonNullable<UserSearch['filter']>
type Match = 'equal' | 'prefix'

/** `attribute = "value"` or `attribute ^= "value"`; within the value a backslash takes the next character as it is. */
const grammar = /^\s*(?<attribute>[^\s"=^]+)\s*(?<operator>\^?=)\s*"(?<value>(?:[^"\\]|\\.)*)"\s*$/s

/**
 * Reads ListUsers' Filter. Undefined: it asks for everybody; `nobody`: no user can match it. Throws
 * InvalidParameterException.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-manage-user-accounts.html#cognito-user-pools-searching-for-users-using-listusers-api
 */
export function userFilter(text: string, pool: Pool): Filter | 'nobody' | undefined {
  if (text.trim() === '') return undefined
  const { attribute, operator, value } = grammar.exec(text)?.groups ?? {}
  if (attribute === undefined || value === undefined) throw filterMalformed()
  return filterOf(attribute, operator === '=' ? 'equal' : 'prefix', value.replace(/\\(.)/gs, '$1'), pool)
}

function filterOf(attribute: string, match: Match, value: string, pool: Pool): Filter | 'nobody' {
  if (attribute === 'sub') return { by: 'sub', match, value }
  if (attribute === 'username')
    return signsInWithAttribute(pool)
      ? { by: 'sub', match, value }
      : { by: 'username', match, value: foldName(pool, value) }
  if (attribute === 'cognito:user_status') return { by: 'status', match, value: value.toUpperCase() }
  if (attribute === 'status') return enabledFilter(match, value)
  if (!(searchableAttributes as readonly string[]).includes(attribute)) throw filterAttributeUnknown(attribute)
  return { by: 'attribute', attribute, match, value: foldSearchValue(value) }
}

/** `Enabled` and `Disabled` share no beginning but the empty one, which says nothing. */
function enabledFilter(match: Match, value: string): Filter | 'nobody' {
  const fits = (word: string) => (match === 'equal' ? word === value : word.startsWith(value))
  if (fits('Enabled') && fits('Disabled')) return { by: 'status', match: 'prefix', value: '' }
  if (fits('Enabled')) return { by: 'enabled', value: true }
  return fits('Disabled') ? { by: 'enabled', value: false } : 'nobody'
}
