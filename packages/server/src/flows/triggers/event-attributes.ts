import { aliasesOf } from '../../domain/login-names.ts'
import type { Pool } from '../../domain/pool.ts'
import type { User } from '../../domain/user.ts'

/** What events say of a user: every attribute, the status, and the addresses that are aliases in force [O]. */
export function eventAttributes(pool: Pool, user: User | undefined): Readonly<Record<string, string>> {
  if (!user) return {}
  const aliases = aliasesOf(pool, user).filter(({ kind }) => kind === 'email' || kind === 'phone_number')
  return {
    sub: user.sub,
    'cognito:user_status': user.status,
    ...Object.fromEntries(aliases.map(({ kind }) => [`cognito:${kind}_alias`, user.attributes[kind] ?? ''])),
    ...user.attributes,
  }
}
