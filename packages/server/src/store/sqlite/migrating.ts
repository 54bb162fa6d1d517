import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver, type DatabaseConnection } from 'kysely'

/**
 * Kysely that executes, for migrations alone. All of them run in one transaction that takes the write lock at its start,
 * so that several processes starting at once queue up and find the work done.
 */
export function migratingKysely(connection: DatabaseSync): Kysely<unknown> {
  const config = { database: { prepare: (sql: string) => executable(connection, sql), close: () => undefined } }
  const dialect = new SqliteDialect(config)
  return new Kysely({
    dialect: {
      createAdapter: () => new LockingAdapter(),
      createDriver: () => new LockingDriver(config),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    },
  })
}

class LockingAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class LockingDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

function executable(connection: DatabaseSync, sql: string) {
  const statement = connection.prepare(sql)
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters: readonly unknown[]) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...(parameters as SQLInputValue[])),
  }
}
