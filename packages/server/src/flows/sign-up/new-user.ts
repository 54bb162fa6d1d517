import { aliasesOf, loginAttributeOf } from '../../domain/login-names.ts'
import { foldName } from '../../domain/names.ts'
import { newSub } from '../../domain/new-sub.ts'
import type { Pool } from '../../domain/pool.ts'
import { invalid, loginAttributeTaken, usernameTaken } from '../../domain/refusals.ts'
import { checkNewAttributes } from '../../domain/user-attributes.ts'
import type { Attributes, LoginName, User, UserStatus } from '../../domain/user.ts'
import type { World } from '../world.ts'

/** A user who is not kept yet, and the names that shall lead to them. */
export interface NewUser {
  readonly user: User
  readonly login: LoginName
  readonly aliases: readonly LoginName[]
}

/** Checks name and attributes against the pool. In a pool with username attributes the username becomes the sub. */
export function newUser(
  wanted: {
    readonly pool: Pool
    readonly username: string
    readonly attributes: Attributes
    readonly status: UserStatus
  },
  { clock, random }: Pick<World, 'clock' | 'random'>,
): NewUser {
  const { pool, username, status } = wanted
  const now = clock.now()
  const sub = newSub(now, random.bytes(10))
  const loginAttribute = loginAttributeOf(pool, username)
  const attributes = withLoginAttribute(wanted.attributes, loginAttribute, username)
  checkNewAttributes(attributes, pool, { complete: status === 'UNCONFIRMED' })
  const login: LoginName = { kind: loginAttribute ?? 'username', name: foldName(pool, username) }
  const user: User = {
    poolId: pool.id,
    sub,
    username: loginAttribute ? sub : login.name,
    status,
    enabled: true,
    attributes,
    pendingAttributes: {},
    credentials: { formerPasswords: [] },
    createdAt: now,
    modifiedAt: now,
    version: 0,
  }
  return { user, login, aliases: aliasesOf(pool, user) }
}

export function nameTaken({ kind }: LoginName): Error {
  return kind === 'username' ? usernameTaken() : loginAttributeTaken(kind)
}

function withLoginAttribute(given: Attributes, loginAttribute: string | undefined, username: string): Attributes {
  const attributes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  if (!loginAttribute) return attributes
  const other = attributes[loginAttribute]
  if (other !== undefined && other !== username)
    throw invalid(`Attribute value for ${loginAttribute} must match username.`)
  return { ...attributes, [loginAttribute]: username }
}
