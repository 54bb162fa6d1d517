import { randomInt } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startServer } from '../server.ts'
import { stores } from '../stores.ts'
import type { Home } from '../stores.ts'
import { auditStore } from './audit-store.ts'
import { newCrowd } from './crowd.ts'
import { judgePerson } from './judge-person.ts'
import { killStarting } from './kill.ts'
import { kills } from './kills.ts'
import { poolFor, sceneOf } from './scene.ts'

describe.each(stores)('on $store', ({ open }) => {
  let home: Home

  beforeEach(async () => {
    home = await open()
  })
  afterEach(async () => {
    await home[Symbol.asyncDispose]()
  })

  test('nothing that was acknowledged is lost, and nothing is there in half, when the process is killed', async () => {
    const { complaints, people, steps } = await kills(home, 5, () => {})
    expect(complaints).toEqual([])
    expect(people).toBeGreaterThan(24)
    expect(steps).toBeGreaterThan(24)
  }, 60_000)

  test('a first start that was killed, at whatever moment, is made up for by the next', async () => {
    for (const earliest of [100, 200, 300, 400]) await killStarting(home, earliest + randomInt(100))
    await using server = await startServer(home)
    const scene = sceneOf(server, await poolFor(server))
    const crowd = newCrowd()
    expect(await crowd.arrive(scene, 3, () => {})).toEqual([])
    for (const person of crowd.people) expect(await judgePerson(person, scene)).toEqual([])
    expect(crowd.people.map(({ done }) => done)).toEqual([1, 1, 1])
    expect(await auditStore(home)).toEqual([])
  }, 60_000)
})
