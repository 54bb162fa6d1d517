import { expect } from 'vitest'
import type { FlowRecord } from '../domain/flow-record.ts'
import { storeTest } from '../testing/every-store.ts'
import { aPool, uniqueText } from '../testing/store-fixtures.ts'

const gone = () => new Error('gone')

const aRecord = (change: Partial<FlowRecord> = {}): FlowRecord => ({
  poolId: 'pool',
  id: uniqueText(12),
  account: 'account',
  at: 1,
  sealed: 'sealed',
  ...change,
})

storeTest('records are listed newest first and by page, of one account or all', async ({ flowRecords, decide }) => {
  const account = uniqueText(9)
  const [a, b, c] = [aRecord({ account, id: 'a' }), aRecord({ account, id: 'b' }), aRecord({ account, at: 2 })] as const
  const foreign = aRecord({ at: 1e6 })
  await decide([c, a, foreign, b].map((record) => flowRecords.add(record)))
  const next = '1 b'
  expect(await flowRecords.list(account, { limit: 2 })).toEqual({ items: [c, b], next })
  expect(await flowRecords.list(account, { limit: 2, after: next })).toEqual({ items: [a] })
  expect((await flowRecords.list(undefined, { limit: 1 })).items).toEqual([foreign])
})

storeTest('records end with their age, their size and their pool', async (store) => {
  const { flowRecords, pools, decide } = store
  while ((await flowRecords.forget(1e15, 500)) > 0);
  const pool = aPool()
  await decide([pools.add(pool, gone)])
  const records = Array.from({ length: 6 }, (_, at) => aRecord({ poolId: pool.id, id: `${at}`, at, sealed: '12345' }))
  await decide(records.map((record) => flowRecords.add(record)))
  const left = async () => (await flowRecords.list(undefined, { limit: 9 })).items.map(({ id }) => id).join('')
  expect(await flowRecords.forget(2, 1)).toBe(1)
  expect(await flowRecords.forget(2, 9)).toBe(1)
  expect(await left()).toBe('5432')
  expect(await flowRecords.trim(14, 1)).toBe(1)
  expect(await left()).toBe('543')
  expect(await flowRecords.trim(14, 9)).toBe(1)
  expect(await flowRecords.trim(14, 9)).toBe(0)
  expect(await left()).toBe('54')
  await decide([...pools.remove(pool.id, 20)])
  while ((await pools.empty(pool.id, 20, 9)) > 0);
  expect(await left()).toBe('')
})
