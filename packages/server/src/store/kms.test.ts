import { expect } from 'vitest'
import type { KmsAlias, KmsKey } from '../domain/kms-key.ts'
import { storeTest } from '../testing/every-store.ts'
import { uniqueText } from '../testing/store-fixtures.ts'
import { Conflict } from './statement.ts'

const taken = () => new Error('taken')
const gone = () => new Error('gone')
const tooMany = () => new Error('too many')

function aKey(over: Partial<KmsKey> = {}): KmsKey {
  const settings = { Description: 'ä', Policy: '{}', Tags: [], MultiRegion: false, Enabled: true }
  const place = { account: uniqueText(12), region: 'us-east-1' }
  return { ...place, id: uniqueText(9), settings, sealedMaterial: 's', createdAt: 1, version: 1, ...over }
}

function anAlias(key: KmsKey, name = `alias/${uniqueText(6)}`): KmsAlias {
  const { account, region, id } = key
  return { account, region, name, keyId: id, createdAt: 1, modifiedAt: 2 }
}

storeTest(
  'a key comes back as it was stored, in its account and Region only, until it was to be gone',
  async (store) => {
    const { kmsKeys, decide } = store
    const key = aKey()
    const doomed = aKey({ account: key.account, deletionAt: 10 })
    await decide([kmsKeys.add(key), kmsKeys.add(doomed)])
    expect(await kmsKeys.find(key, key.id, 99)).toEqual(key)
    expect(await kmsKeys.find({ ...key, region: 'eu-west-1' }, key.id, 99)).toBeUndefined()
    expect(await kmsKeys.find({ ...key, account: 'another' }, key.id, 99)).toBeUndefined()
    expect(await kmsKeys.find(doomed, doomed.id, 9)).toEqual(doomed)
    expect(await kmsKeys.find(doomed, doomed.id, 10)).toBeUndefined()
    expect((await kmsKeys.list(key, { limit: 5 }, 10)).items).toEqual([key])
  },
)

storeTest('a key that was changed meanwhile is not saved', async (store) => {
  const { kmsKeys, decide } = store
  const key = aKey()
  await decide([kmsKeys.add(key)])
  await decide([kmsKeys.save({ ...key, deletionAt: 50 })])
  await expect(decide([kmsKeys.save(key)])).rejects.toBeInstanceOf(Conflict)
  expect(await kmsKeys.find(key, key.id, 0)).toEqual({ ...key, deletionAt: 50, version: 2 })
})

storeTest('keys and aliases are listed page by page', async (store) => {
  const { kmsKeys, kmsAliases, decide } = store
  const key = aKey({ id: 'a' })
  const second = { ...key, id: 'b' }
  const aliases = [anAlias(key, 'alias/x'), anAlias(second, 'alias/y'), anAlias(key, 'alias/z')] as const
  await decide([kmsKeys.add(second), kmsKeys.add(key), ...aliases.map((alias) => kmsAliases.add(alias, taken))])
  expect(await kmsKeys.list(key, { limit: 1 }, 0)).toEqual({ items: [key], next: 'a' })
  expect(await kmsKeys.list(key, { limit: 1, after: 'a' }, 0)).toEqual({ items: [second] })
  expect(await kmsAliases.list(key, undefined, { limit: 2 })).toEqual({ items: aliases.slice(0, 2), next: 'alias/y' })
  expect((await kmsAliases.list(key, 'a', { limit: 9 })).items).toEqual([aliases[0], aliases[2]])
})

storeTest('an alias is taken once in a place, points where it was last pointed, and is removed once', async (store) => {
  const { kmsAliases, decide } = store
  const alias = anAlias(aKey())
  await decide([kmsAliases.add(alias, taken)])
  await expect(decide([kmsAliases.add({ ...alias, keyId: 'other' }, taken)])).rejects.toThrow('taken')
  await decide([kmsAliases.add({ ...alias, region: 'eu-west-1' }, taken)])
  await decide([kmsAliases.save({ ...alias, keyId: 'other', modifiedAt: 9 }, gone)])
  expect(await kmsAliases.find(alias, alias.name)).toEqual({ ...alias, keyId: 'other', modifiedAt: 9 })
  await decide([kmsAliases.remove(alias, gone)])
  await expect(decide([kmsAliases.remove(alias, gone)])).rejects.toThrow('gone')
  await expect(decide([kmsAliases.save(alias, gone)])).rejects.toThrow('gone')
  expect(await kmsAliases.find({ ...alias, region: 'eu-west-1' }, alias.name)).toBeDefined()
})

storeTest('an account has as many keys, and a key as many aliases, as they may, also in parallel', async (store) => {
  const { pools, kmsKeys, kmsAliases, decide } = store
  const key = aKey()
  const oneOfTwo = { limit: 2, tooMany }
  const adding = Array.from({ length: 5 }, () => {
    const more = aKey({ account: key.account })
    return decide([pools.holdAccount(key), kmsKeys.add(more), kmsKeys.atMost(key, oneOfTwo)])
  })
  const naming = Array.from({ length: 5 }, () =>
    decide([pools.holdAccount(key), kmsAliases.add(anAlias(key), taken), kmsAliases.atMost(key, key.id, oneOfTwo)]),
  )
  const settled = async (all: readonly Promise<void>[]) =>
    (await Promise.allSettled(all)).filter(({ status }) => status === 'fulfilled').length
  expect(await Promise.all([settled(adding), settled(naming)])).toEqual([2, 2])
})

storeTest('a key that was to be gone is forgotten with its aliases, and no other', async (store) => {
  const { kmsKeys, kmsAliases, decide } = store
  const key = aKey()
  const doomed = aKey({ account: key.account, deletionAt: 10 })
  const [kept, lost] = [anAlias(key), anAlias(doomed)]
  await decide([kmsKeys.add(key), kmsKeys.add(doomed), kmsAliases.add(kept, taken), kmsAliases.add(lost, taken)])
  await store.forgetExpired(9, 100)
  expect(await kmsKeys.find(doomed, doomed.id, 0)).toBeDefined()
  while ((await store.forgetExpired(10, 100)) > 0);
  expect(await kmsKeys.find(doomed, doomed.id, 0)).toBeUndefined()
  expect(await kmsAliases.find(lost, lost.name)).toBeUndefined()
  expect(await kmsAliases.find(kept, kept.name)).toEqual(kept)
  expect(await kmsKeys.find(key, key.id, 0)).toEqual(key)
})
