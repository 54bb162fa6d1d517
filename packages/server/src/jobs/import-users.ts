import { runDueImports } from '../flows/imports/run-due-imports.ts'
import type { World } from '../flows/world.ts'

const everyMs = 2_000

/** Works on import jobs that were started, on every node alike; a job goes on elsewhere where its node ends. */
export function startImporting(world: World): AsyncDisposable {
  let closing = false
  let work: Promise<void> | undefined
  const timer = setInterval(() => {
    work ??= importAll(world, () => closing).finally(() => {
      work = undefined
    })
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

async function importAll(world: World, closing: () => boolean): Promise<void> {
  try {
    await runDueImports(world, closing)
  } catch (error) {
    world.log.warn('looking for import jobs failed', { fault: error instanceof Error ? error.name : typeof error })
  }
}
