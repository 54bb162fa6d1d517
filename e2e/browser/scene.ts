import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { startServer } from '../server.ts'
import type { Server } from '../server.ts'
import { stores } from '../stores.ts'
import type { Home } from '../stores.ts'
import { openBrowser } from './browser.ts'

export interface Scene {
  readonly browser: Browser
  readonly home: Home
  readonly server: Server
}

/** For a file of tests: a browser, and a developer's server on the embedded store. */
export function inBrowser(): () => Scene {
  const stack = new AsyncDisposableStack()
  let scene: Scene | undefined
  // The first run on a machine may have a browser to fetch.
  beforeAll(async () => {
    const browser = stack.use(await openBrowser())
    const [embedded] = stores
    if (!embedded) throw new Error('there is no store')
    const home = stack.use(await embedded.open())
    scene = { browser, home, server: stack.use(await startServer(home)) }
  }, 600_000)
  afterAll(() => stack.disposeAsync())
  return () => {
    if (!scene) throw new Error('the browser and the server were not started')
    return scene
  }
}
