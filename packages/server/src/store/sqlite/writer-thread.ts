import { parentPort, workerData } from 'node:worker_threads'
import { checkpointTask } from './checkpoint-task.ts'
import { checkpoints } from './checkpoints.ts'
import { openConnection } from './connection.ts'
import { groupWriter } from './group-writer.ts'
import type { GroupMessage } from './group.ts'
import { turns } from './turns.ts'

// The program of the writer thread: everything that this process writes goes through here, one group at a time.

const idleMs = 200

const { file } = workerData as { readonly file: string }
const connection = openConnection(file)
connection.exec('pragma busy_timeout = 0')
const writer = groupWriter(connection, turns(connection))
const mover = checkpointTask(file)
const { afterCommit, whenIdle } = checkpoints(connection, mover)

let idle: NodeJS.Timeout | undefined

parentPort?.on('message', (message: GroupMessage | 'close') => {
  clearTimeout(idle)
  if (message === 'close') {
    void close()
    return
  }
  const outcomes = writer.commit(message)
  parentPort?.postMessage(outcomes)
  survive(afterCommit)
  idle = setTimeout(survive, idleMs, whenIdle)
})

/** A checkpoint that fails loses nothing: the pages stay in the log, and the next one tries again. */
function survive(checkpoint: () => void): void {
  try {
    checkpoint()
  } catch {
    idle = setTimeout(survive, 10 * idleMs, checkpoint)
  }
}

async function close(): Promise<void> {
  await mover.end()
  survive(whenIdle)
  clearTimeout(idle)
  connection.close()
  parentPort?.close()
}
