import type { Door } from '../http/message.ts'
import { listenerFor } from '../http/testing/listener-for.ts'

/** One address for the doors of many scenes, one after the other: AWS's client of KMS keeps the first that it sees. */
export async function kmsGate() {
  let door: Door = () => undefined
  const listener = await listenerFor([(request) => door(request)])
  return {
    address: listener.address,
    leadTo: (next: Door) => void (door = next),
    [Symbol.asyncDispose]: () => listener[Symbol.asyncDispose](),
  }
}
