import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startServer } from '../server.ts'
import type { Server } from '../server.ts'
import { stores } from '../stores.ts'
import type { Home } from '../stores.ts'
import { auditStore } from './audit-store.ts'
import { newCrowd } from './crowd.ts'
import type { Crowd } from './crowd.ts'
import { judgePerson } from './judge-person.ts'
import { killed } from './kill.ts'
import { poolFor, sceneOf } from './scene.ts'
import type { Scene } from './scene.ts'

let home: Home
let server: Server
let onlooker: pg.Client

beforeEach(async () => {
  const [, postgres] = stores
  if (!postgres) throw new Error('there is no second store')
  home = await postgres.open()
  server = await startServer(home)
  onlooker = new pg.Client({ connectionString: home.flags[1] })
  await onlooker.connect()
})
afterEach(async () => {
  await server.stop()
  await onlooker.end()
  await home[Symbol.asyncDispose]()
})

async function waitingForLocks(): Promise<number> {
  const { rows } = await onlooker.query<{ waiting: number }>(
    `select count(*)::int as waiting from pg_locks l join pg_database d on d.oid = l.database
     where d.datname = current_database() and not l.granted`,
  )
  return rows[0]?.waiting ?? 0
}

async function complaintsOf(crowd: Crowd, scene: Scene): Promise<readonly string[]> {
  const complaints = await auditStore(home)
  const judged = await Promise.all(crowd.people.map((person) => judgePerson(person, scene)))
  return [...complaints, ...judged.flat()]
}

test('a process killed while its connections are amid a transaction leaves nobody in half', async () => {
  const pool = await poolFor(server)
  const crowd = newCrowd()
  expect(await crowd.arrive(sceneOf(server, pool), 4, () => {})).toEqual([])
  await onlooker.query('begin')
  await onlooker.query('lock table user_search in exclusive mode')
  const arriving = crowd.arrive(sceneOf(server, pool), 6, () => {})
  await expect.poll(waitingForLocks, { timeout: 20_000 }).toBeGreaterThan(0)
  await killed({ server })
  expect(await arriving).toEqual([])
  await onlooker.query('rollback')
  await expect.poll(waitingForLocks, { timeout: 20_000 }).toBe(0)

  server = await startServer(home)
  const scene = sceneOf(server, pool)
  expect(await complaintsOf(crowd, scene)).toEqual([])
  expect(await crowd.arrive(scene, 4, () => {})).toEqual([])
})

test('connections that the database ends under load lose nothing that was acknowledged, and are made anew', async () => {
  const scene = sceneOf(server, await poolFor(server))
  const crowd = newCrowd()
  let answers = 0
  const endConnections = () =>
    onlooker.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
  let ending: Promise<unknown> = Promise.resolve()
  await crowd.arrive(scene, 60, () => {
    answers += 1
    if (answers % 10 === 1) ending = ending.then(endConnections)
  })
  await ending
  expect(answers).toBeGreaterThan(0)
  await expect
    .poll(async () => (await crowd.arrive(scene, 1, () => {})).length, { timeout: 10_000, interval: 200 })
    .toBe(0)
  expect(await complaintsOf(crowd, scene)).toEqual([])
})
