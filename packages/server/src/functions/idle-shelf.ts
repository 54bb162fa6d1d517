import type { FunctionProcess } from './function-process.ts'

/** Processes that have nothing to do; whoever has had nothing to do for too long is ended. */
export function idleShelf(idleMs: number) {
  const timers = new Map<FunctionProcess, NodeJS.Timeout>()

  function remove(process: FunctionProcess): void {
    clearTimeout(timers.get(process))
    timers.delete(process)
  }

  return {
    remove,
    put(process: FunctionProcess): void {
      const timer = setTimeout(() => process.end(), idleMs)
      timers.set(process, timer)
    },
    /** Who was put last, so that the others may end. */
    take(): FunctionProcess | undefined {
      const last = [...timers.keys()].at(-1)
      if (last) remove(last)
      return last
    },
    endAll(): void {
      for (const process of timers.keys()) process.end()
    },
  }
}
