import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

/** Puts rows into a table, a batch at a time; all rows have the members of the first. */
export interface BulkInsert {
  insert(table: string, rows: readonly Readonly<Record<string, string | number>>[]): Promise<void>
  /** Everything that was inserted is in its place. */
  finish(): Promise<void>
}

/** Straight into the tables, past the writer thread. */
export function bulkInsertSqlite(file: string): BulkInsert {
  const connection = new DatabaseSync(file)
  connection.exec('pragma journal_mode = wal')
  connection.exec('pragma synchronous = off')
  connection.exec('pragma cache_size = -256000')
  return {
    insert(table, rows) {
      const columns = Object.keys(rows[0] ?? {})
      const marks = columns.map(() => '?').join(', ')
      const statement = connection.prepare(`insert into ${table} (${columns.join(', ')}) values (${marks})`)
      connection.exec('begin')
      for (const row of rows) statement.run(...Object.values(row))
      connection.exec('commit')
      return Promise.resolve()
    },
    finish() {
      connection.exec('pragma wal_checkpoint(truncate)')
      connection.exec('analyze')
      connection.close()
      return Promise.resolve()
    },
  }
}

export async function bulkInsertPostgres(url: string): Promise<BulkInsert> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('set synchronous_commit = off')
  return {
    async insert(table, rows) {
      const columns = Object.keys(rows[0] ?? {})
      await client.query(
        `insert into ${table} (${columns.join(', ')})
         select ${columns.join(', ')} from json_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(rows)],
      )
    },
    async finish() {
      await client.query('vacuum analyze')
      await client.end()
    },
  }
}
