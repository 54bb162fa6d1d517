import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

export interface BreakingProxy extends AsyncDisposable {
  readonly endpoint: string
  /** How many connections it broke. */
  broken(): number
}

/** Stands before a server and breaks the first connection when the request comes; hands the others on. */
export async function breakingProxy(target: string): Promise<BreakingProxy> {
  let broken = 0
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => socket.destroy()))
    if (broken === 0) {
      broken += 1
      socket.once('data', () => socket.resetAndDestroy())
      return
    }
    const onward = connect(Number(new URL(target).port), '127.0.0.1')
    socket.pipe(onward).pipe(socket)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    endpoint: `http://localhost:${(server.address() as AddressInfo).port}`,
    broken: () => broken,
    async [Symbol.asyncDispose]() {
      const closed = once(server.close(), 'close')
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
