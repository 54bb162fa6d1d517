import type { Worker } from 'node:worker_threads'
import { startProgram } from './start-program.ts'

export interface CheckpointTask {
  /** Runs it once more; the thread is started at the first time, so that who needs little has no thread. */
  start(): void
  underway(): boolean
  end(): Promise<void>
}

/** The thread that checkpoints. If it dies, the next start makes another. */
export function checkpointTask(file: string): CheckpointTask {
  let thread: Worker | undefined
  let running = false

  function startThread(): Worker {
    const worker = startProgram('checkpoint-thread', file)
    worker.on('message', () => {
      running = false
    })
    // What it could not move stays in the log and loses nothing.
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      running = false
      thread = undefined
    })
    return worker
  }

  return {
    start() {
      running = true
      thread ??= startThread()
      thread.postMessage('checkpoint')
    },
    underway: () => running,
    async end() {
      await thread?.terminate()
    },
  }
}
