import type { Outcome } from './group.ts'
import { sqlNumbers } from './sql-numbers.ts'
import { startProgram } from './start-program.ts'
import type { NamedWrite } from './writer.ts'

export interface WriterThread {
  send(decisions: readonly (readonly NamedWrite[])[]): void
  close(): Promise<void>
}

interface Listener {
  answered(outcomes: readonly Outcome[]): void
  died(reason: string): void
}

/** Starts the thread; `answered` comes once for each group, in their order, until `died`. */
export function startThread(file: string, listener: Listener): WriterThread {
  const worker = startProgram('writer-thread', file)
  const numbered = sqlNumbers()
  let reason = 'the writer thread ended'
  const ended = new Promise<void>((resolve) => {
    worker.on('error', (error) => {
      reason = `the writer thread died: ${error instanceof Error ? error.message : String(error)}`
    })
    worker.on('exit', () => {
      listener.died(reason)
      resolve()
    })
  })
  worker.on('message', (outcomes: readonly Outcome[]) => listener.answered(outcomes))
  return {
    send: (decisions) => worker.postMessage(numbered(decisions)),
    async close() {
      worker.postMessage('close')
      await ended
    },
  }
}
