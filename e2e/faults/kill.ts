import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { cognate } from '../cognate.ts'
import type { Home } from '../stores.ts'
import type { Crowd } from './crowd.ts'
import type { Scene } from './scene.ts'

const lanes = 8

/** Anywhere in what several people do at once. Gives what went wrong before. */
export async function killUnderLoad(scene: Scene, crowd: Crowd): Promise<readonly string[]> {
  const { ended } = crowd.live(scene, lanes)
  await sleep(randomInt(20, 500))
  await killed(scene)
  return (await ended).map(described)
}

/** When the first answers of a group are out: others of it are owed, and the next group is on its way to the disk. */
export async function killAmidGroup(scene: Scene, crowd: Crowd): Promise<readonly string[]> {
  const { ended } = crowd.live(scene, lanes)
  await sleep(randomInt(20, 200))
  let left = randomInt(1, 12)
  const faults = await crowd.arrive(scene, 24, () => {
    left -= 1
    if (left === 0) scene.server.process.kill('SIGKILL')
  })
  await killed(scene)
  return [...faults, ...(await ended)].map(described)
}

/** Starts a server on the home and kills it after a while, ready or not. */
export async function killStarting(home: Home, afterMs: number): Promise<void> {
  const child = cognate(home, ['dev', '--port', '0', ...home.flags])
  const gone = once(child, 'exit')
  await sleep(afterMs)
  child.kill('SIGKILL')
  await gone
}

/** Kills it if it is not dead yet, and waits until it is. */
export async function killed({ server }: Pick<Scene, 'server'>): Promise<void> {
  const { process } = server
  const gone = process.exitCode === null && process.signalCode === null ? once(process, 'exit') : undefined
  process.kill('SIGKILL')
  await gone
}

function described(fault: Error): string {
  return `${fault.message}: ${String(fault.cause)}`
}
