import { createHash } from 'node:crypto'
import { sql, type CompiledQuery } from 'kysely'
import type pg from 'pg'
import { postgresCompiler } from '../compiler.ts'
import type { Database } from '../database.ts'
import type { Statement } from '../statement.ts'
import { StorageFailure } from '../storage-failure.ts'
import { refuseUnstorableText } from '../unstorable-text.ts'
import { combined, refusedPart, type Combined } from './combined.ts'
import { ongoing } from './ongoing.ts'
import { retried } from './retries.ts'

/** Reads and writes over a pool of connections, which it ends in the end. */
export function postgresDatabase(pool: pg.Pool): Database {
  // The pool itself forgets who waits for a connection when it is ended.
  const { run, end } = ongoing()
  return {
    compiler: postgresCompiler,
    rowHold: sql`for share`,
    async rows<Row>(query: CompiledQuery<Row>) {
      return (await run(() => answered(pool, query))).rows as readonly Row[]
    },
    async change(query) {
      const { rowCount, rows } = await run(() => answered(pool, query))
      return { touched: rowCount ?? 0, rows }
    },
    async decide(statements) {
      for (const { query } of statements) refuseUnstorableText(query)
      const refusal = await run(() => decided(pool, statements))
      if (refusal) throw refusal
    },
    async [Symbol.asyncDispose]() {
      await end()
      await pool.end()
    },
  }
}

async function answered(pool: pg.Pool, query: CompiledQuery): Promise<pg.QueryResult> {
  refuseUnstorableText(query)
  return stored(() => pool.query(named(query)))
}

/** The refusal of the first condition that did not hold, or nothing once all is committed. */
async function decided(pool: pg.Pool, statements: readonly Statement[]): Promise<Error | undefined> {
  const whole = combined(statements)
  if (whole) return stored(() => decideAtOnce(pool, whole, statements))
  return stored(() => decideInTurn(pool, statements))
}

async function decideAtOnce(pool: pg.Pool, whole: Combined, statements: readonly Statement[]) {
  try {
    await pool.query(named(whole))
    return undefined
  } catch (error) {
    const refusal = statements[refusedPart(error) ?? -1]?.otherwise
    if (!refusal) throw error
    return refusal()
  }
}

async function decideInTurn(pool: pg.Pool, statements: readonly Statement[]) {
  const client = await pool.connect()
  try {
    const refusal = await transaction(client, statements)
    client.release()
    return refusal
  } catch (error) {
    // Closing the connection undoes whatever it had begun.
    client.release(true)
    throw error
  }
}

async function transaction(client: pg.PoolClient, statements: readonly Statement[]): Promise<Error | undefined> {
  if (statements.length > 1) await client.query('begin')
  for (const { query, otherwise } of statements) {
    const { rowCount } = await client.query(named(query))
    if (otherwise && !rowCount) {
      if (statements.length > 1) await client.query('rollback')
      return otherwise()
    }
  }
  if (statements.length > 1) await client.query('commit')
  return undefined
}

async function stored<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await retried(work)
  } catch (error) {
    throw new StorageFailure('the database refused or could not be reached', { cause: error })
  }
}

const names = new Map<string, string>()

/** PostgreSQL keeps a statement prepared under its name; our SQL has few forms, so that the names are few too. */
function named({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>): pg.QueryConfig {
  let name = names.get(sql)
  if (!name) {
    name = createHash('sha256').update(sql).digest('base64url').slice(0, 22)
    names.set(sql, name)
  }
  return { name, text: sql, values: [...parameters] }
}
