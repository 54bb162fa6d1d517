import { defaultBounds } from '../bounds.ts'
import { loopbackHostsAnd } from '../host-rule.ts'
import { listen } from '../listener.ts'
import type { Listener, ListenerOptions, Ways } from '../listener.ts'
import type { Door, HttpRequest } from '../message.ts'
import { peerIsClient } from '../trusted-proxies.ts'

export interface Heard {
  readonly requests: HttpRequest[]
  readonly faults: unknown[]
}

/** A listener with one door that answers `hello` to everything, or with the doors given; notes what reached it. */
export async function listenerFor(
  doors?: readonly Door[],
  options: Partial<ListenerOptions> & Ways = {},
): Promise<Listener & Heard> {
  const requests: HttpRequest[] = []
  const faults: unknown[] = []
  const note: Door = (request) => {
    requests.push(request)
    return undefined
  }
  const hello: Door = () => Promise.resolve({ status: 200, headers: {}, body: 'hello' })
  const listener = await listen({
    host: '127.0.0.1',
    port: 0,
    hostRule: loopbackHostsAnd([]),
    clientOf: peerIsClient,
    report: (fault) => `fault-${faults.push(fault)}`,
    ...options,
  })
  listener.open([note, ...(doors ?? [hello])], options)
  return { ...listener, requests, faults }
}

/** The usual bounds with short times. */
export const shortBounds = { ...defaultBounds, headerMs: 100, requestMs: 200, lingerMs: 200, drainMs: 200, idleMs: 300 }
