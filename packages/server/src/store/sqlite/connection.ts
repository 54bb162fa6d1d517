import { DatabaseSync } from 'node:sqlite'

/** A connection that writes, as every one of ours must be set up to keep what it acknowledged. */
export function openConnection(file: string): DatabaseSync {
  const connection = new DatabaseSync(file, { timeout: 10_000 })
  connection.exec('pragma journal_mode = wal')
  connection.exec('pragma synchronous = full')
  connection.exec('pragma wal_autocheckpoint = 0')
  // Where it keeps what it needs to undo one decision of a group.
  connection.exec('pragma temp_store = memory')
  connection.exec('pragma cache_size = -16000')
  return connection
}

/** A connection that only reads. */
export function openReader(file: string): DatabaseSync {
  const connection = new DatabaseSync(file, { readOnly: true, timeout: 1000 })
  connection.exec('pragma cache_size = -16000')
  return connection
}
