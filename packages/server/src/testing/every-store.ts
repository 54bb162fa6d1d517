import { afterAll, test } from 'vitest'
import type { Store } from '../store/store.ts'
import { engines, type Engine, type Place } from './engines.ts'

interface Opened {
  readonly store: Store
  readonly place: Place
}

/** One store an engine and test file, opened when the first test asks. */
const opened = new Map<Engine, Promise<Opened>>()

/** A test of what every store promises, run on each engine. The tests of a file share a store. */
export function storeTest(title: string, body: (store: Store) => Promise<void>): void {
  for (const engine of Object.keys(engines) as Engine[]) {
    // oxlint-disable-next-line vitest/expect-expect -- the body asserts
    test(`${engine}: ${title}`, async () => {
      const { store } = await open(engine)
      await body(store)
    })
  }
}

/** A test of what nodes that share a store may rely on, run on each engine that can be shared. */
export function sharedStoreTest(title: string, body: (place: Place) => Promise<void>): void {
  for (const engine of ['SQLite in a file', 'PostgreSQL'] as const) {
    // oxlint-disable-next-line vitest/expect-expect -- the body asserts
    test(`${engine}: ${title}`, async () => {
      await using place = await engines[engine]()
      await body(place)
    })
  }
}

async function open(engine: Engine): Promise<Opened> {
  const opening = opened.get(engine) ?? openPlace(engine)
  opened.set(engine, opening)
  return opening
}

async function openPlace(engine: Engine): Promise<Opened> {
  const place = await engines[engine]()
  return { place, store: await place.open() }
}

afterAll(async () => {
  for (const opening of opened.values()) {
    const { store, place } = await opening
    await store[Symbol.asyncDispose]()
    await place[Symbol.asyncDispose]()
  }
})
