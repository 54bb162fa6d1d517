import type { DatabaseSync } from 'node:sqlite'

const pollMs = 0.25
const patienceMs = 30_000
/** Groups after which a process that met no other stops making room. */
const courtesy = 1000

/**
 * Takes SQLite's write lock in turns with other processes. SQLite's own waiting sleeps up to 100 ms between tries, so
 * that a busy process starves the others; ours tries often, and whoever met another lately pauses longer than a try
 * before it takes the lock again.
 */
export function turns(connection: DatabaseSync): () => void {
  const begin = connection.prepare('begin immediate')
  let makeRoom = 0

  return () => {
    if (makeRoom > 0) {
      makeRoom--
      pause(2 * pollMs)
    }
    for (let waited = 0; !tryTo(begin.run.bind(begin)); waited += pollMs) {
      if (waited > patienceMs) throw new Error(`another process has held the write lock for ${patienceMs} ms`)
      makeRoom = courtesy
      pause(pollMs)
    }
  }
}

const sleeper = new Int32Array(new SharedArrayBuffer(4))

function pause(milliseconds: number): void {
  Atomics.wait(sleeper, 0, 0, milliseconds)
}

/** False when somebody else has the lock. */
function tryTo(begin: () => unknown): boolean {
  try {
    begin()
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
}

/** SQLITE_BUSY and its extended codes, whose low byte it is: https://sqlite.org/rescode.html */
export function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 255) === 5
  )
}
