import type { World } from '../flows/world.ts'

type Forgetting = Pick<World, 'store' | 'clock' | 'log' | 'recorder'>

const everyMs = 10 * 60_000
/** Few enough rows a time that sign-ins beside it do not wait. */
const rowsAtOnce = 500

/** Deletes what has ended and what removed pools and groups have left, from time to time, on every node alike. */
export function startForgetting(world: Forgetting): AsyncDisposable {
  let closing = false
  let work = Promise.resolve()
  const timer = setInterval(() => {
    work = work.then(() => forgetAll(world, () => closing))
  }, everyMs)
  timer.unref()
  return {
    async [Symbol.asyncDispose]() {
      closing = true
      clearInterval(timer)
      await work
    },
  }
}

async function forgetAll({ store, clock, log, recorder }: Forgetting, closing: () => boolean) {
  const allOf = async (forgetSome: () => Promise<number>) => {
    while (!closing() && (await forgetSome()) > 0);
  }
  try {
    await allOf(() => store.forgetExpired(clock.now(), rowsAtOnce))
    await allOf(() => recorder.forget(rowsAtOnce))
    for (const id of await store.pools.removed()) await allOf(() => store.pools.empty(id, clock.now(), rowsAtOnce))
    for (const group of await store.groups.removed())
      await allOf(() => store.groups.empty(group, clock.now(), rowsAtOnce))
  } catch (error) {
    log.warn('forgetting expired rows failed', { fault: error instanceof Error ? error.name : typeof error })
  }
}
