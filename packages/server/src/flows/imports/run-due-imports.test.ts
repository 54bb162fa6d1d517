import { expect, test } from 'vitest'
import { systemRandom } from '../../ambient/random.ts'
import type { Store } from '../../store/store.ts'
import { sharedStoreTest } from '../../testing/every-store.ts'
import { importScene } from '../../testing/import-scene.ts'
import { runDueImports } from './run-due-imports.ts'
import { stopImportJob } from './stop-import-job.ts'

const many = 230
const leaseMs = 60_000

const rows = Array.from({ length: many }, (_, n) => ({
  'cognito:username': `user-${n}`,
  email: `user-${n}@example.com`,
}))

/** A job of many users that was started, in a store that others may open. */
async function begun(store: Store | undefined) {
  const masterKey = systemRandom.bytes(32)
  const scene = await importScene({ parts: { ...(store && { store }), masterKey } })
  const { JobId, address } = await scene.createJob()
  await scene.put(address, [await scene.fileOf(rows)])
  await scene.start(JobId)
  const users = () => scene.world.store.pools.estimatedUsers(scene.UserPoolId)
  /** A node that is about to make its so-many-th decision. */
  const nodeBefore = (nth: number, act: () => Promise<unknown>) => {
    let decisions = 0
    const decide: Store['decide'] = async (statements) => {
      decisions += 1
      if (decisions === nth) await act()
      await scene.world.store.decide(statements)
    }
    return { ...scene.world, store: { ...scene.world.store, decide } }
  }
  return { ...scene, JobId, users, nodeBefore, job: () => scene.describe(JobId) }
}

const running = () => false
const crash = () => Promise.reject(new Error('the node is gone'))

sharedStoreTest(
  'a job whose node dies goes on with another one, each line once, when its lease is over',
  async (place) => {
    await using scene = await begun(await place.open())
    const log = { ...scene.world.log, error() {} }
    await runDueImports({ ...scene.nodeBefore(5, crash), log }, running)
    expect(await scene.job()).toMatchObject({ Status: 'InProgress', ImportedUsers: 100 })
    await scene.run()
    expect(await scene.job()).toMatchObject({ ImportedUsers: 100 })
    scene.clock.advance(leaseMs)
    await scene.run()
    expect(await scene.job()).toMatchObject({
      Status: 'Succeeded',
      ImportedUsers: many,
      SkippedUsers: 0,
      FailedUsers: 0,
    })
  },
)

sharedStoreTest('of nodes that look for a job at once, one works on it', async (place) => {
  await using scene = await begun(await place.open())
  await Promise.all([scene.run(), scene.run(), scene.run()])
  expect(await scene.job()).toMatchObject({ Status: 'Succeeded', ImportedUsers: many, SkippedUsers: 0 })
})

test('a node that closes gives its job back at once', async () => {
  await using scene = await begun(undefined)
  let asked = 0
  await scene.run(() => ++asked > 3)
  expect(await scene.job()).toMatchObject({ Status: 'InProgress', ImportedUsers: 100 })
  await scene.run()
  expect(await scene.job()).toMatchObject({ Status: 'Succeeded', ImportedUsers: many, SkippedUsers: 0 })
})

test('a job that is stopped while it runs keeps whom it has imported, and no more come', async () => {
  await using scene = await begun(undefined)
  const stop = () => stopImportJob(scene.UserPoolId, scene.JobId, scene.world)
  await runDueImports(scene.nodeBefore(4, stop), running)
  expect(await scene.job()).toMatchObject({ Status: 'Stopping', ImportedUsers: 50 })
  await scene.run()
  expect(await scene.job()).toMatchObject({ Status: 'Stopped', ImportedUsers: 50 })
  scene.clock.advance(leaseMs)
  await scene.run()
  expect(await scene.users()).toBe(50)
})

test('nobody is imported into a pool that is removed meanwhile, which DeleteUserPool does not do', async () => {
  await using scene = await begun(undefined)
  const { UserPoolId } = scene
  const { pools, imports, decide } = scene.world.store
  await runDueImports(
    scene.nodeBefore(4, () => decide(pools.remove(UserPoolId, scene.clock.now()))),
    running,
  )
  while ((await pools.empty(UserPoolId, scene.clock.now(), 500)) > 0);
  expect(await imports.find(UserPoolId, scene.JobId)).toBeUndefined()
  expect(await scene.users()).toBe(0)
})

test('a file whose end of a job was interrupted is dropped later', async () => {
  await using scene = await begun(undefined)
  const log = { ...scene.world.log, error() {} }
  await runDueImports({ ...scene.nodeBefore(9, crash), log }, running)
  expect(await scene.job()).toMatchObject({ Status: 'Succeeded' })
  scene.clock.advance(leaseMs)
  await scene.run()
  expect(await scene.world.store.imports.due(scene.clock.now() + 10 * leaseMs, 10)).toEqual([])
})

test('a part of a file that is gone or is not ours is said, and other jobs go on', async () => {
  const faults: unknown[] = []
  const log = {
    debug() {},
    info() {},
    warn() {},
    error: (event: string, facts: unknown) => faults.push([event, facts]),
  }
  await using scene = await begun(undefined)
  const other = (await scene.call('CreateUserPool', { PoolName: 'other' })).UserPool?.Id ?? ''
  const input = { UserPoolId: other, JobName: 'job', CloudWatchLogsRoleArn: 'arn:aws:iam::000000000000:role/logs' }
  const { UserImportJob } = await scene.call('CreateUserImportJob', input)
  await scene.world.store.imports.dropChunks({ poolId: scene.UserPoolId, jobId: scene.JobId }, 10)
  scene.clock.advance(24 * 3_600_000)
  await runDueImports({ ...scene.world, log }, running)
  expect(faults).toEqual([['import failed', { pool: scene.UserPoolId, job: scene.JobId, fault: 'Error' }]])
  const named = { UserPoolId: other, JobId: UserImportJob?.JobId ?? '' }
  expect((await scene.call('DescribeUserImportJob', named)).UserImportJob?.Status).toBe('Expired')
})

test('a file of more rows than AWS takes is refused before anybody is imported [D]', async () => {
  await using scene = await begun(undefined)
  const { JobId, address } = await scene.createJob()
  await scene.run()
  await scene.put(address, [await scene.fileOf([]), '\n'.repeat(500_003)])
  await scene.start(JobId)
  await scene.run()
  expect(await scene.describe(JobId)).toMatchObject({
    Status: 'Failed',
    CompletionMessage: 'The file has more than 500000 rows.',
  })
})

test('[D] a file has as many rows as the account may import, its header and a last end of line aside', async () => {
  await using scene = await importScene()
  const place = { account: '000000000000', region: 'us-east-1' }
  const setRows = (most: number) =>
    scene.world.store.decide([scene.world.store.quotas.set(place, 'UserImportRows', most)])
  const file = `${await scene.fileOf(rows.slice(0, 4))}\n`
  await setRows(3)
  expect(await scene.importFile(file)).toMatchObject({
    Status: 'Failed',
    CompletionMessage: 'The file has more than 3 rows.',
  })
  await setRows(4)
  expect(await scene.importFile(file)).toMatchObject({ Status: 'Succeeded', ImportedUsers: 4 })
})
