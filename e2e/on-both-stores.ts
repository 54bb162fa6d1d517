import { afterAll, beforeAll } from 'vitest'
import { startServer } from './server.ts'
import type { Server } from './server.ts'
import { stores } from './stores.ts'
import type { Home, StoreKind } from './stores.ts'

/** What a test meets: a server that runs since before the first one, and where its state is. */
export interface Scene {
  readonly store: StoreKind['store']
  readonly home: Home
  readonly server: Server
  /** Stops the server and gives another one on the same store. */
  restart(): Promise<Server>
}

/**
 * For a file of tests, to be given to `test.each`: a server on each store, each with what `prepare` makes on it; `args`
 * are flags of `cognate dev`. The scenes are empty but for their titles until the first test begins.
 */
export function onBothStores<Prepared extends object>(
  prepare: (server: Server) => Promise<Prepared>,
  args: readonly string[] = [],
): readonly (Scene & Prepared)[] {
  const stack = new AsyncDisposableStack()
  const stages = stores.map(({ store, open }) => {
    const scene = { store } as Scene & Prepared
    const start = async (home: Home) => stack.use(await startServer(home, args))
    const build = async () => {
      const home = stack.use(await open())
      const server = await start(home)
      const restart = async () => {
        await scene.server.stop()
        return Object.assign(scene, { server: await start(home) }).server
      }
      Object.assign(scene, { home, server, restart }, await prepare(server))
    }
    return { scene, build }
  })
  beforeAll(() => Promise.all(stages.map(({ build }) => build())))
  afterAll(() => stack.disposeAsync())
  return stages.map(({ scene }) => scene)
}
