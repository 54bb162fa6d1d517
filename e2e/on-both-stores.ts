import { afterAll, beforeAll, describe } from 'vitest'
import { startServer } from './server.ts'
import type { Server } from './server.ts'
import { stores } from './stores.ts'
import type { Home } from './stores.ts'

/** What a suite meets: a server that runs since before its first test, and where its state is. */
export interface Scene {
  readonly home: Home
  readonly server: Server
  /** Stops the server and starts another on the same store: look at the scene again for its address. */
  restart(): Promise<void>
}

/** The same tests with a server on each store; `args` are flags of `cognate dev`. */
export function onBothStores(tests: (scene: () => Scene) => void, args: readonly string[] = []): void {
  describe.each(stores)('on $store', ({ open }) => {
    let home: Home
    let server: Server
    async function restart() {
      await server.stop()
      server = await startServer(home, args)
    }
    beforeAll(async () => {
      home = await open()
      server = await startServer(home, args)
    })
    afterAll(async () => {
      await server?.stop()
      await home?.[Symbol.asyncDispose]()
    })
    tests(() => ({ home, server, restart }))
  })
}
