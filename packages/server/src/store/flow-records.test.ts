import { expect } from 'vitest'
import type { FlowRecord } from '../domain/flow-record.ts'
import { storeTest } from '../testing/every-store.ts'
import { aPool, uniqueText } from '../testing/store-fixtures.ts'

const gone = () => new Error('gone')

const aRecord = (change: Partial<FlowRecord> = {}): FlowRecord => ({
  poolId: 'pool',
  id: uniqueText(12),
  flowId: uniqueText(12),
  account: 'account',
  clientId: 'client',
  who: 'ada',
  at: 1,
  sealed: 'sealed',
  ...change,
})

storeTest('records are kept whole, however many are added at once', async ({ flowRecords, decide }) => {
  const flowId = uniqueText(9)
  const bare = aRecord({ flowId, clientId: undefined, who: undefined, at: 0 })
  const many = Array.from({ length: 19 }, (_, at) => aRecord({ flowId, at: at + 1, sealed: `part ${at}` }))
  await decide(flowRecords.add([bare, ...many]))
  expect(await flowRecords.of([flowId], undefined, 99)).toEqual([...many.toReversed(), bare])
  expect(await flowRecords.of([flowId], undefined, 2)).toEqual([many[18], many[17]])
  expect(await flowRecords.of([flowId], 'another account', 99)).toEqual([])
  expect(await flowRecords.of([], undefined, 99)).toEqual([])
})

storeTest('flows are found by account, client, person and time, the newest first', async ({ flowRecords, decide }) => {
  const account = uniqueText(9)
  const one = aRecord({ account, flowId: 'one', at: 1 })
  const two = aRecord({ account, flowId: 'two', at: 2, clientId: 'another' })
  const three = aRecord({ account, flowId: 'three', at: 3, who: 'bob' })
  const foreign = aRecord({ flowId: 'foreign', at: 1e6 })
  await decide(flowRecords.add([one, foreign, three, two]))
  const found = (wanted: object) => flowRecords.find({ account, limit: 9, ...wanted })
  expect(await found({})).toEqual(['three', 'two', 'one'])
  expect(await found({ limit: 2 })).toEqual(['three', 'two'])
  expect(await found({ clientId: 'client' })).toEqual(['three', 'one'])
  expect(await found({ who: ['bob', 'nobody'] })).toEqual(['three'])
  expect(await found({ since: 2 })).toEqual(['three', 'two'])
  expect(await found({ account: undefined, since: 1e6 })).toContain('foreign')
})

storeTest('records end with their age, their number and their pool', async (store) => {
  const { flowRecords, pools, decide } = store
  while ((await flowRecords.forget(1e15, 500)) > 0);
  const pool = aPool()
  await decide([pools.add(pool, gone)])
  const records = Array.from({ length: 6 }, (_, at) => aRecord({ poolId: pool.id, flowId: `${at}`, at }))
  await decide(flowRecords.add(records))
  expect(await flowRecords.pools(9)).toEqual([pool.id])
  const left = () => flowRecords.find({ limit: 9 })
  expect(await flowRecords.forget(2, 1)).toBe(1)
  expect(await flowRecords.forget(2, 9)).toBe(1)
  expect(await left()).toEqual(['5', '4', '3', '2'])
  expect(await flowRecords.trim(3, 9)).toBe(1)
  expect(await flowRecords.trim(3, 9)).toBe(0)
  expect(await left()).toEqual(['5', '4', '3'])
  await decide([...pools.remove(pool.id, 20)])
  while ((await pools.empty(pool.id, 20, 9)) > 0);
  expect(await left()).toEqual([])
})
