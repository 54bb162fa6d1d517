import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { functionDirectory } from '../testing/function-directory.ts'

const slow = `exports.handler = async (ms) => {
  await new Promise((resolve) => setTimeout(resolve, ms))
  return { pid: process.pid, scratch: process.env.TMPDIR }
}`

interface Told {
  readonly pid: number
  readonly scratch: string
}
const toldBy = (outcome: unknown) => JSON.parse((outcome as { readonly payload: string }).payload) as Told

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const toBeGone = (pid: number) => vi.waitFor(() => expect(isAlive(pid)).toBe(false), 10_000)

/** Calls that are made together may overtake each other on the way. */
const toBeBusy = (scene: Awaited<ReturnType<typeof functionDirectory>>) =>
  vi.waitFor(async () => expect(await scene.invoke('f', 0, 100)).toEqual({ kind: 'timed-out' }), 10_000)

test('events that come one after the other are handled by one process', async () => {
  await using scene = await functionDirectory({ 'f.js': slow })
  const pids = new Set<number>()
  for (let event = 0; event < 20; event++) pids.add(toldBy(await scene.invoke('f', 0)).pid)
  expect(pids.size).toBe(1)
})

test('events that come together are handled by processes of their own, as many as are allowed', async () => {
  await using scene = await functionDirectory({ 'f.js': slow }, { bounds: { most: 2 } })
  const outcomes = await Promise.all(Array.from({ length: 7 }, () => scene.invoke('f', 300)))
  expect(new Set(outcomes.map((outcome) => toldBy(outcome).pid)).size).toBe(2)
})

test('whoever waits for their turn longer than they like is told so, and leaves the turn to others', async () => {
  await using scene = await functionDirectory({ 'f.js': slow }, { bounds: { most: 1 } })
  const { pid } = toldBy(await scene.invoke('f', 0))
  const busy = scene.invoke('f', 1500)
  await toBeBusy(scene)
  const patient = scene.invoke('f', 0)
  expect([toldBy(await busy).pid, toldBy(await patient).pid]).toEqual([pid, pid])
})

test('a process that nobody needs for a while ends, and leaves no file', async () => {
  await using scene = await functionDirectory({ 'f.js': slow }, { bounds: { idleMs: 100 } })
  const { pid, scratch } = toldBy(await scene.invoke('f', 0))
  await toBeGone(pid)
  await vi.waitFor(async () => expect(await readdir(tmpdir())).not.toContain(scratch.split('/').at(-1)))
  expect(toldBy(await scene.invoke('f', 0)).pid).not.toBe(pid)
})

test('all end with the server, whatever they do', async () => {
  const looping = `exports.handler = async (event) => { if (event.loop) for (;;); return { pid: process.pid } }`
  const scene = await functionDirectory({ 'f.js': looping }, { bounds: { most: 1, eventMs: 60_000 } })
  const { pid } = toldBy(await scene.invoke('f'))
  const outcome = scene.invoke('f', { loop: true })
  await vi.waitFor(() => expect(scene.invoke('f', {}, 50)).resolves.toEqual({ kind: 'timed-out' }))
  await scene[Symbol.asyncDispose]()
  expect(await outcome).toMatchObject({
    kind: 'threw',
    errorMessage: 'Error: Runtime exited with error: signal: killed',
  })
  expect(isAlive(pid)).toBe(false)
})

test('who is deleted while handling an event may still answer it, and is ended then', async () => {
  await using scene = await functionDirectory({ 'f.js': slow }, { bounds: { most: 1 } })
  const { pid } = toldBy(await scene.invoke('f', 0))
  const last = scene.invoke('f', 1500)
  await toBeBusy(scene)
  await rm(join(scene.directory, 'f.js'))
  expect(await scene.invoke('f', 0)).toEqual({ kind: 'not-found' })
  expect(toldBy(await last).pid).toBe(pid)
  await toBeGone(pid)
})

test.each([
  ['was ended', 'kill', 'signal: killed'],
  ['exits', 'exit', 'exit status 0'],
])('what a function has started ends with it when it %s', async (_how, end, error) => {
  const python = `import os, subprocess
def handler(event, context):
    if event == "kill":
        os.kill(os.getpid(), 9)
    if event == "exit":
        os._exit(0)
    return {"pid": subprocess.Popen(["sleep", "1000"]).pid}`
  await using scene = await functionDirectory({ 'f.py': python })
  const { pid } = toldBy(await scene.invoke('f'))
  expect(isAlive(pid)).toBe(true)
  expect(await scene.invoke('f', end)).toMatchObject({ errorMessage: `Error: Runtime exited with error: ${error}` })
  await toBeGone(pid)
})
