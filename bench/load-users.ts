import { systemClock } from '../packages/server/src/ambient/clock.ts'
import { systemRandom } from '../packages/server/src/ambient/random.ts'
import { loadMasterKey } from '../packages/server/src/config/master-key.ts'
import { sealerWith } from '../packages/server/src/crypto/sealing.ts'
import { srpInline } from '../packages/server/src/crypto/srp.ts'
import { searchEntries } from '../packages/server/src/domain/names.ts'
import { newSub } from '../packages/server/src/domain/new-sub.ts'
import type { Password, User } from '../packages/server/src/domain/user.ts'
import { openDataKeys } from '../packages/server/src/flows/data-keys.ts'
import { newPassword } from '../packages/server/src/flows/passwords/password.ts'
import type { Store } from '../packages/server/src/store/store.ts'
import { toUserRow } from '../packages/server/src/store/user-rows.ts'
import type { BulkInsert } from './bulk-insert.ts'
import { emailOf, password, usernameOf } from './site.ts'
import type { Site } from './site.ts'

const batch = 2000
const day = 86_400_000

interface Filling {
  readonly store: Store
  readonly masterKeyFile: string
  readonly bulk: BulkInsert
  readonly progress: (loaded: number) => void
}

/** Fills a pool with confirmed users; those without a password of their own get one that was sealed for somebody else. */
export async function loadUsers(site: Site, { store, masterKeyFile, bulk, progress }: Filling): Promise<void> {
  const pool = await store.pools.find(site.poolId)
  if (!pool) throw new Error('the pool to fill is not there')
  const [clock, random] = [systemClock, systemRandom]
  const masterKey = await loadMasterKey({ kind: 'file', file: masterKeyFile }, random)
  const { ring, digestKey } = await openDataKeys({ store, masterKey, random, clock })
  const secrets = { sealer: sealerWith(ring, digestKey), srp: srpInline(), random }
  const passwordOf = (user: User) => newPassword(password, { pool, user }, secrets)
  const beginning = clock.now() - 30 * day
  const foreign = await passwordOf(userAt(0, pool.id, beginning))
  for (let from = 0; from < site.users; from += batch) {
    const users: User[] = []
    for (let number = from; number < Math.min(from + batch, site.users); number++) {
      const user = userAt(number, pool.id, beginning)
      users.push(withPassword(user, number % site.passwordEvery === 0 ? await passwordOf(user) : foreign))
    }
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
