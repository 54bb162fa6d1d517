import { expect } from 'vitest'
import type { Passkey } from '../domain/passkey.ts'
import { storeTest } from '../testing/every-store.ts'
import { aPool, aUser, uniqueText } from '../testing/store-fixtures.ts'
import { Conflict } from './statement.ts'

const taken = () => new Error('taken')
const gone = () => new Error('gone')
const all = { limit: 20 }

function aPasskey({ poolId, sub }: Pick<Passkey, 'poolId' | 'sub'>, over: Partial<Passkey> = {}): Passkey {
  return {
    poolId,
    sub,
    id: uniqueText(20),
    publicKey: 'key',
    counter: 3,
    relyingPartyId: 'example.com',
    friendlyName: 'Passkey',
    transports: ['internal', 'hybrid'],
    createdAt: 7,
    ...over,
  }
}

storeTest(
  'passkeys come back as they were added, page by page and only to their user',
  async ({ passkeys, decide }) => {
    const user = aUser(uniqueText(9))
    const [one, two] = [aPasskey(user, { id: 'a', attachment: 'platform' }), aPasskey(user, { id: 'b' })]
    const others = aPasskey(aUser(user.poolId))
    await decide([two, one, others].map((passkey) => passkeys.add(passkey, taken)))
    expect(await passkeys.list(user.poolId, user.sub, all)).toEqual({ items: [one, two] })
    expect(await passkeys.list(user.poolId, user.sub, { limit: 1 })).toEqual({ items: [one], next: 'a' })
    expect(await passkeys.list(user.poolId, user.sub, { limit: 1, after: 'a' })).toEqual({ items: [two] })
    expect(await passkeys.list('another', user.sub, all)).toEqual({ items: [] })
  },
)

storeTest(
  'no two passkeys of a user have one id, and what others have shows to nobody',
  async ({ passkeys, decide }) => {
    const poolId = uniqueText(9)
    const one = aPasskey(aUser(poolId))
    const same = aPasskey(aUser(poolId), { id: one.id })
    await decide([passkeys.add(one, taken)])
    await expect(decide([passkeys.add({ ...one, publicKey: 'another' }, taken)])).rejects.toThrow('taken')
    await decide([passkeys.add(same, taken)])
    await decide([passkeys.advance(same, 9)])
    expect(await passkeys.list(one.poolId, one.sub, all)).toEqual({ items: [one] })
    await decide([passkeys.remove(same, gone)])
    expect(await passkeys.list(one.poolId, one.sub, all)).toEqual({ items: [one] })
  },
)

storeTest('a counter is advanced once from where it was read', async ({ passkeys, decide }) => {
  const user = aUser(uniqueText(9))
  const passkey = aPasskey(user)
  await decide([passkeys.add(passkey, taken)])
  const race = await Promise.allSettled([4, 5].map((next) => decide([passkeys.advance(passkey, next)])))
  expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(decide([passkeys.advance(passkey, 6)])).rejects.toBeInstanceOf(Conflict)
})

storeTest('a passkey is removed once, and by nobody else', async ({ passkeys, decide }) => {
  const user = aUser(uniqueText(9))
  const passkey = aPasskey(user)
  await decide([passkeys.add(passkey, taken)])
  await expect(decide([passkeys.remove({ ...passkey, sub: 'another' }, gone)])).rejects.toThrow('gone')
  await decide([passkeys.remove(passkey, gone)])
  await expect(decide([passkeys.remove(passkey, gone)])).rejects.toThrow('gone')
})

storeTest('with their user and with their pool passkeys are gone', async ({ passkeys, pools, users, decide }) => {
  const pool = aPool()
  const [user, other] = [aUser(pool.id), aUser(pool.id)]
  await decide([pools.add(pool, taken), ...[user, other].flatMap((each) => users.add(each, [], taken))])
  await decide([user, other].map((each) => passkeys.add(aPasskey(each), taken)))
  await decide(users.remove(user))
  expect((await passkeys.list(pool.id, user.sub, all)).items).toEqual([])
  expect((await passkeys.list(pool.id, other.sub, all)).items).toHaveLength(1)
  await decide(pools.remove(pool.id, 0))
  while ((await pools.empty(pool.id, 1, 100)) > 0);
  expect((await passkeys.list(pool.id, other.sub, all)).items).toEqual([])
})
