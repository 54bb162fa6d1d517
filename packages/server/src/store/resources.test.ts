import { expect } from 'vitest'
import type { PoolDomain } from '../domain/pool-domain.ts'
import type { PoolResource, ResourceKind } from '../domain/pool-resource.ts'
import { storeTest } from '../testing/every-store.ts'
import { aPool, uniqueText } from '../testing/store-fixtures.ts'
import { Conflict } from './statement.ts'

const taken = () => new Error('taken')

function aServer(poolId: string, over: Partial<PoolResource<'ResourceServer'>> = {}): PoolResource<'ResourceServer'> {
  const name = uniqueText(8)
  return {
    poolId,
    kind: 'ResourceServer',
    name,
    document: { Name: name, Scopes: [] },
    createdAt: 1,
    modifiedAt: 2,
    version: 1,
    ...over,
  }
}

function aDomain(poolId: string, over: Partial<PoolDomain> = {}): PoolDomain {
  return {
    domain: uniqueText(12),
    poolId,
    settings: { ManagedLoginVersion: 1 },
    createdAt: 1,
    modifiedAt: 2,
    version: 1,
    ...over,
  }
}

storeTest('a resource comes back as it was stored, and its name is taken for its kind and pool only', async (store) => {
  const { resources, decide } = store
  const poolId = uniqueText(9)
  const plain = aServer(poolId)
  const whole = aServer(poolId, { owner: 'client:c', sealed: 's', document: { Name: 'ä "quoted" \u{1f600}' } })
  await decide([resources.add(plain, taken), resources.add(whole, taken)])
  expect(await resources.find(poolId, 'ResourceServer', plain.name)).toEqual(plain)
  expect(await resources.find(poolId, 'ResourceServer', whole.name)).toEqual(whole)
  expect(await resources.find(poolId, 'IdentityProvider', plain.name)).toBeUndefined()
  expect(await resources.find('another', 'ResourceServer', plain.name)).toBeUndefined()
  await expect(decide([resources.add(plain, taken)])).rejects.toThrow('taken')
  const other: PoolResource<ResourceKind> = { ...plain, kind: 'Terms' }
  await decide([resources.add(other, taken), resources.add({ ...plain, poolId: uniqueText(9) }, taken)])
})

storeTest('saving or removing a resource refuses one that was read before it changed', async (store) => {
  const { resources, decide } = store
  const server = aServer(uniqueText(9), { owner: 'client:c', sealed: 's' })
  await decide([resources.add(server, taken)])
  const { owner: _, sealed: __, ...bare } = server
  await decide([resources.save({ ...bare, document: { Name: 'new' }, createdAt: 7, modifiedAt: 9 })])
  const saved = { ...bare, document: { Name: 'new' }, modifiedAt: 9, version: 2 }
  expect(await resources.find(server.poolId, 'ResourceServer', server.name)).toEqual(saved)
  await expect(decide([resources.save(server)])).rejects.toBeInstanceOf(Conflict)
  await expect(decide([resources.remove(server)])).rejects.toBeInstanceOf(Conflict)
  await decide([resources.remove(saved)])
  expect(await resources.find(server.poolId, 'ResourceServer', server.name)).toBeUndefined()
})

storeTest('resources of a kind are listed page by page, and counted', async (store) => {
  const { resources, decide } = store
  const poolId = uniqueText(9)
  const [a, b, c] = ['a', 'b', 'c'].map((name) => aServer(poolId, { name })) as [
    PoolResource<'ResourceServer'>,
    PoolResource<'ResourceServer'>,
    PoolResource<'ResourceServer'>,
  ]
  const others = [aServer(uniqueText(9)), { ...a, kind: 'Terms' as const }]
  await decide([c, a, b, ...others].map((resource) => resources.add(resource, taken)))
  const first = await resources.list(poolId, 'ResourceServer', { limit: 2 })
  expect(first).toEqual({ items: [a, b], next: 'b' })
  expect(await resources.list(poolId, 'ResourceServer', { limit: 2, after: 'b' })).toEqual({ items: [c] })
})

storeTest('what is owned by the same goes together, in its pool only', async (store) => {
  const { resources, decide } = store
  const [poolId, elsewhere] = [uniqueText(9), uniqueText(9)]
  const mine = aServer(poolId, { owner: 'client:c' })
  const kept = [aServer(poolId), aServer(poolId, { owner: 'client:d' }), aServer(elsewhere, { owner: 'client:c' })]
  await decide([mine, ...kept].map((resource) => resources.add(resource, taken)))
  await decide([resources.removeOwned(poolId, 'client:c')])
  expect(await resources.find(poolId, 'ResourceServer', mine.name)).toBeUndefined()
  for (const { poolId: pool, name } of kept) expect(await resources.find(pool, 'ResourceServer', name)).toBeDefined()
})

storeTest('a domain comes back as it was stored, and is taken whatever the pool', async (store) => {
  const { domains, decide } = store
  const domain = aDomain(uniqueText(9))
  await decide([domains.add(domain, taken)])
  expect(await domains.find(domain.domain)).toEqual(domain)
  expect(await domains.find('nobody')).toBeUndefined()
  await expect(decide([domains.add({ ...domain, poolId: 'another' }, taken)])).rejects.toThrow('taken')
})

storeTest('a domain is saved and removed as that of its pool, as it was read', async (store) => {
  const { domains, decide } = store
  const domain = aDomain(uniqueText(9))
  const second = aDomain(domain.poolId, { domain: `z${uniqueText(12)}` })
  await decide([domains.add(domain, taken), domains.add(second, taken)])
  await decide([domains.save({ ...domain, settings: { ManagedLoginVersion: 2 }, modifiedAt: 9 })])
  const saved = { ...domain, settings: { ManagedLoginVersion: 2 }, modifiedAt: 9, version: 2 }
  expect(await domains.ofPool(domain.poolId)).toEqual(expect.arrayContaining([saved, second]))
  await expect(decide([domains.save(domain)])).rejects.toBeInstanceOf(Conflict)
  await expect(decide([domains.remove({ ...saved, poolId: 'another' })])).rejects.toBeInstanceOf(Conflict)
  await decide([domains.remove(saved)])
  expect(await domains.ofPool(domain.poolId)).toEqual([second])
})

storeTest('what a removed pool held is emptied with it', async (store) => {
  const { pools, resources, domains, decide } = store
  const pool = aPool()
  const server = aServer(pool.id)
  const domain = aDomain(pool.id)
  await decide([pools.add(pool, taken), resources.add(server, taken), domains.add(domain, taken)])
  await decide(pools.remove(pool.id, 0))
  while ((await pools.empty(pool.id, 0, 10)) > 0);
  expect(await resources.find(pool.id, 'ResourceServer', server.name)).toBeUndefined()
  expect(await domains.find(domain.domain)).toBeUndefined()
})
