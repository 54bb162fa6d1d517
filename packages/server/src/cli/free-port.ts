import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A port of this address that nobody listens on; 0 where none can be had, for the listener to say why. */
export async function freePort(host: string): Promise<number> {
  const server = createServer()
  try {
    await once(server.listen({ host, port: 0 }), 'listening')
  } catch {
    return 0
  }
  const { port } = server.address() as AddressInfo
  await once(server.close(), 'close')
  return port
}
