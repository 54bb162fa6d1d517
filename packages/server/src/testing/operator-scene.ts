import type { ListenerOptions } from '../http/listener.ts'
import { listenerFor } from '../http/testing/listener-for.ts'
import { mailWorld } from './mail-world.ts'
import { operatorDoor } from '../operator/operator-door.ts'

/** The operator's door of a profile behind a listener, and its world. */
export async function operatorScene(profile: 'dev' | 'serve', options: Partial<ListenerOptions> = {}) {
  const world = await mailWorld()
  const { metrics, clock } = world
  const door = operatorDoor(profile === 'dev' ? { profile, metrics, clock } : { profile, metrics }, world)
  const listener = await listenerFor([door], options)
  const ask = (path: string, init: RequestInit = {}) => fetch(`${listener.address}/_cognate/${path}`, init)
  return { world, listener, ask, [Symbol.asyncDispose]: () => listener[Symbol.asyncDispose]() }
}
