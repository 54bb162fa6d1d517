import { expect, test, vi } from 'vitest'
import { mailWorld } from '../testing/mail-world.ts'
import { aPool } from '../testing/store-fixtures.ts'
import type { Fired } from './journal.ts'
import { readTimelines } from './read-timelines.ts'
import { type RecorderSettings, startRecorder } from './start-recorder.ts'

const settings: RecorderSettings = { bodies: 'kept', mostCharacters: 1_000_000, keepMs: 1000 }
const pool = aPool()
const fired: Fired = {
  kind: 'fired',
  trigger: 'PreSignUp',
  source: 'PreSignUp_SignUp',
  arn: 'arn:aws:lambda:us-east-1:000000000000:function:f',
  milliseconds: 1,
  tries: 1,
  outcome: 'answered',
  event: '{"userName":"ada"}',
}

async function scene(change: Partial<RecorderSettings> = {}) {
  const world = await mailWorld()
  const recorder = startRecorder({ ...settings, ...change }, world)
  let calls = 0
  const record = (notes: readonly Fired[] = [], of = pool) => {
    const journal = recorder.open({ operation: 'SignUp', requestId: `call ${(calls += 1)}` })
    journal.sent({ Username: 'ada' })
    journal.at({ pool: of })
    for (const note of notes) journal.note(note)
    journal.close({ kind: 'answered', output: {} })
  }
  const read = () => readTimelines({ account: undefined, like: () => true, since: 0, limit: 5000 }, world)
  const rows = async () => (await world.store.flowRecords.list(undefined, { limit: 999 })).items
  return { world, recorder, record, read, rows }
}

test('calls are written within a second, those of a pool together', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { record, rows } = await scene({ bodies: 'left-out' })
  for (let at = 0; at < 40; at += 1) record()
  record([], aPool())
  expect(await rows()).toEqual([])
  await vi.advanceTimersByTimeAsync(1000)
  vi.useRealTimers()
  await vi.waitFor(async () => expect(await rows()).toHaveLength(2))
})

test('a server that stops writes what waits', async () => {
  const { recorder, record, read } = await scene()
  record()
  await recorder[Symbol.asyncDispose]()
  expect(await read()).toHaveLength(1)
})

test('what no operation of a flow does is not recorded, nor what leads to no pool', async () => {
  const { recorder, rows } = await scene()
  const journal = recorder.open({ operation: 'DescribeUserPool', requestId: 'a' })
  journal.at({ pool })
  journal.close({ kind: 'answered', output: {} })
  recorder.open({ operation: 'SignUp', requestId: 'b' }).close({ kind: 'refused', name: 'X', message: '' })
  await recorder.flush()
  expect(await rows()).toEqual([])
})

test('calls for which there is no room are dropped, and counted', async () => {
  const { world, recorder, record, read } = await scene()
  for (let at = 0; at < 2100; at += 1) record()
  await recorder.flush()
  expect(await read()).toHaveLength(2048)
  const { text } = await world.metrics.render()
  expect(text).toContain('cognate_recorded_calls_total{outcome="dropped"} 52')
  expect(text).toContain('cognate_recorded_calls_total{outcome="written"} 2048')
})

test('no record takes more than 64 KiB, whatever functions are told and answer', async () => {
  const { recorder, record, read, rows } = await scene()
  const long = JSON.stringify({ text: 'é'.repeat(15_000) })
  record([{ ...fired, answer: JSON.stringify({ text: 'x'.repeat(6_000_000) }) }])
  for (let at = 0; at < 5; at += 1) record([{ ...fired, event: long, answer: long }])
  record(Array.from({ length: 60 }, () => ({ ...fired, failure: 'x'.repeat(5000), event: long })))
  await recorder.flush()
  for (const { sealed } of await rows()) expect(sealed.length).toBeLessThanOrEqual(65_536)
  const flows = await read()
  expect(flows).toHaveLength(7)
  expect(flows.at(-1)?.calls[0]?.steps[0]).toMatchObject({ event: { userName: 'ada' }, answer: '[6000011 characters]' })
  expect(flows[0]?.calls[0]).toMatchObject({ shortened: true, steps: [] })
})

test('functions’ long answers wait within bounds: beyond them calls go without', async () => {
  const { recorder, record, read } = await scene()
  const answer = JSON.stringify('x'.repeat(5_000_000))
  record([{ ...fired, answer }])
  record([{ ...fired, answer }])
  await recorder.flush()
  const answers = (await read()).map(({ calls }) => calls[0]?.steps[0])
  expect(answers).toMatchObject([{ answer: '' }, { answer: '[5000002 characters]' }])
})

test('the oldest records go where there are too many, and where they are too old', async () => {
  const { world, recorder, record, rows } = await scene({ mostCharacters: 20_000 })
  for (let at = 0; at < 120; at += 1) {
    world.clock.advance(1)
    record([fired])
    await recorder.flush()
  }
  const kept = await rows()
  expect(kept.reduce((sum, { sealed }) => sum + sealed.length, 0)).toBeLessThanOrEqual(22_000)
  expect(kept.length).toBeGreaterThan(15)
  expect(kept[0]?.at).toBe(world.clock.now())
  world.clock.advance(2000)
  while ((await recorder.forget(5)) > 0);
  expect(await rows()).toEqual([])
})

test('a store that fails costs records, is said once, and is tried again', async () => {
  const { world, recorder, record, read } = await scene()
  const { decide } = world.store
  const spoiled = world.store as { decide: typeof decide }
  spoiled.decide = () => Promise.reject(new Error('ada@example.com'))
  for (let at = 0; at < 2; at += 1) {
    record()
    await recorder.flush()
  }
  spoiled.decide = decide
  record()
  await recorder.flush()
  expect(await read()).toHaveLength(1)
  const logged = world.logged()
  expect(logged.match(/flows are not recorded/g)).toHaveLength(1)
  expect(logged).not.toContain('ada')
})

test('a record that was altered tells nothing, and hides no other', async () => {
  const { world, recorder, record, read } = await scene()
  record()
  await recorder.flush()
  const [row] = (await world.store.flowRecords.list(undefined, { limit: 1 })).items
  if (row) await world.store.decide([world.store.flowRecords.add({ ...row, id: 'moved' })])
  expect(await read()).toHaveLength(1)
  expect(world.logged()).toContain('flow record unreadable')
})
