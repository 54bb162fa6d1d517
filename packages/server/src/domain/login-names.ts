import { isEmail, isPhoneNumber, type ContactAttribute } from './contact.ts'
import { foldName } from './names.ts'
import type { Pool } from './pool.ts'
import {
  usernameLooksLikeAlias,
  usernameNotEmail,
  usernameNotEmailNorPhoneNumber,
  usernameNotPhoneNumber,
} from './refusals.ts'
import type { LoginName, User } from './user.ts'

/** Which kinds of name lead to a user of this pool: a pool has attributes of one of the two lists. */
export function loginNameKinds(pool: Pool): readonly LoginName['kind'][] {
  const { UsernameAttributes = [], AliasAttributes = [] } = pool.settings
  return ['username', ...UsernameAttributes, ...AliasAttributes]
}

/** Whether people sign in with an attribute, and the real username is their sub. */
export function signsInWithAttribute(pool: Pool): boolean {
  return (pool.settings.UsernameAttributes ?? []).length > 0
}

/**
 * The attribute that a name at sign-up stands for in a pool with username attributes; undefined in other pools.
 * Refuses a name of the wrong form.
 */
export function loginAttributeOf(pool: Pool, username: string): ContactAttribute | undefined {
  const attributes = pool.settings.UsernameAttributes ?? []
  if (attributes.length === 0) return checkPlainUsername(pool, username)
  if (attributes.includes('email') && isEmail(username)) return 'email'
  if (attributes.includes('phone_number') && isPhoneNumber(username)) return 'phone_number'
  if (attributes.length > 1) throw usernameNotEmailNorPhoneNumber()
  throw attributes.includes('email') ? usernameNotEmail() : usernameNotPhoneNumber()
}

function checkPlainUsername(pool: Pool, username: string): undefined {
  const aliases = pool.settings.AliasAttributes ?? []
  if (aliases.includes('email') && isEmail(username)) throw usernameLooksLikeAlias('email')
  if (aliases.includes('phone_number') && isPhoneNumber(username)) throw usernameLooksLikeAlias('phone_number')
}

/**
 * The aliases that lead to a user: none before confirmation, then an address once it is verified, a preferred username
 * always.
 */
export function aliasesOf(
  pool: Pool,
  { status, attributes }: Pick<User, 'status' | 'attributes'>,
): readonly LoginName[] {
  if (status === 'UNCONFIRMED') return []
  return (pool.settings.AliasAttributes ?? []).flatMap((kind) => {
    const value = attributes[kind]
    const active = kind === 'preferred_username' || attributes[`${kind}_verified`] === 'true'
    return value && active ? [{ kind, name: foldName(pool, value) }] : []
  })
}
