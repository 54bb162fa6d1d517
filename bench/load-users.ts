import { systemClock } from '../packages/server/src/ambient/clock.ts'
import { systemRandom } from '../packages/server/src/ambient/random.ts'
import { loadMasterKey } from '../packages/server/src/config/master-key.ts'
import { sealerWith } from '../packages/server/src/crypto/sealing.ts'
import { srpInline } from '../packages/server/src/crypto/srp.ts'
import { searchEntries } from '../packages/server/src/domain/names.ts'
import { newSub } from '../packages/server/src/domain/new-sub.ts'
import type { Pool } from '../packages/server/src/domain/pool.ts'
import type { Password, User } from '../packages/server/src/domain/user.ts'
import { openDataKeys } from '../packages/server/src/flows/data-keys.ts'
import { sealSoftwareToken } from '../packages/server/src/flows/mfa/software-token-secret.ts'
import { newPassword } from '../packages/server/src/flows/passwords/password.ts'
import type { Store } from '../packages/server/src/store/store.ts'
import { toUserRow } from '../packages/server/src/store/user-rows.ts'
import type { BulkInsert } from './bulk-insert.ts'
import { emailOf, password, usernameOf } from './site.ts'
import type { Site } from './site.ts'
import { totpSecretOf } from './totp-secret.ts'

const batch = 2000
const day = 86_400_000

interface Filling {
  readonly store: Store
  readonly masterKeyFile: string
  readonly bulk: BulkInsert
  readonly progress: (loaded: number) => void
}

/** Fills the pools with confirmed users; those without a password of their own get one that was sealed for somebody else. */
export async function loadUsers(site: Site, filling: Filling): Promise<void> {
  const secrets = await secretsOf(filling)
  const beginning = systemClock.now() - 30 * day
  const pool = await poolAt(site.poolId, filling)
  const passwordOf = (user: User) => newPassword(password, { pool, user }, secrets)
  const foreign = await passwordOf(userAt(0, pool.id, beginning))
  await load(site.users, filling, async (number) => {
    const user = userAt(number, pool.id, beginning)
    return withPassword(user, number % site.passwordEvery === 0 ? await passwordOf(user) : foreign)
  })
  const totpPool = await poolAt(site.withTotp.poolId, filling)
  await load(site.withTotp.users, filling, async (number) => {
    const user = userAt(number, totpPool.id, beginning)
    const own = await newPassword(password, { pool: totpPool, user }, secrets)
    return withSoftwareToken(withPassword(user, own), secrets)
  })
}

async function secretsOf({ store, masterKeyFile }: Filling) {
  const [clock, random] = [systemClock, systemRandom]
  const masterKey = await loadMasterKey({ kind: 'file', file: masterKeyFile }, random)
  const { ring, digestKey } = await openDataKeys({ store, masterKey, random, clock })
  return { sealer: sealerWith(ring, digestKey), srp: srpInline(), random }
}

async function poolAt(id: string, { store }: Filling): Promise<Pool> {
  const pool = await store.pools.find(id)
  if (!pool) throw new Error('the pool to fill is not there')
  return pool
}

async function load(count: number, { bulk, progress }: Filling, userOf: (number: number) => Promise<User>) {
  for (let from = 0; from < count; from += batch) {
    const users: User[] = []
    for (let number = from; number < Math.min(from + batch, count); number++) users.push(await userOf(number))
    await insertAll(users, bulk)
    progress(from + users.length)
  }
}

function userAt(number: number, poolId: string, beginning: number): User {
  const createdAt = beginning + number
  return {
    poolId,
    sub: newSub(createdAt, systemRandom.bytes(10)),
    username: usernameOf(number),
    status: 'CONFIRMED',
    enabled: true,
    attributes: { email: emailOf(number), email_verified: 'true', name: `User ${number}` },
    pendingAttributes: {},
    credentials: { formerPasswords: [] },
    createdAt,
    modifiedAt: createdAt,
    version: 0,
  }
}

function withPassword(user: User, kept: Password): User {
  return { ...user, credentials: { password: kept, formerPasswords: [] } }
}

function withSoftwareToken(user: User, secrets: Parameters<typeof sealSoftwareToken>[2]): User {
  const secret = sealSoftwareToken(totpSecretOf(user.username), user, secrets)
  const mfa = { enabled: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' } as const
  return { ...user, credentials: { ...user.credentials, softwareToken: { secret }, mfa } }
}

async function insertAll(users: readonly User[], bulk: BulkInsert): Promise<void> {
  const names = users.map(({ poolId, username, sub }) => ({ pool_id: poolId, kind: 'username', name: username, sub }))
  const entries = users.flatMap(({ poolId, sub, attributes }) =>
    searchEntries(attributes).map(([attribute, value]) => ({ pool_id: poolId, attribute, value, sub })),
  )
  await bulk.insert(
    'users',
    users.map(toUserRow).map((row) => ({ ...row })),
  )
  await bulk.insert('user_names', names)
  await bulk.insert('user_search', entries)
}
