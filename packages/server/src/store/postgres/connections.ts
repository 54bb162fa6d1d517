import pg from 'pg'

/** Longer than any statement of ours but the removal of a large pool should take. */
const statementTimeoutMs = 60_000
/** Later than the database's own time-out, which tells more. */
const longestSilenceMs = 65_000

/** A pool of connections. Big integers come as numbers: ours are instants and counters, well inside 2^53. */
export function connections(url: string, poolSize: number, silentMs = longestSilenceMs): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'cognate',
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: statementTimeoutMs,
    // A database whose machine is gone says nothing, ever: what was asked of it must end all the same.
    query_timeout: silentMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: { getTypeParser },
  })
  // A connection that breaks is replaced by the pool, and its query fails by itself; unheard, either event would end the
  // process. The pool only listens to connections that are idle.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (type: number, format?: 'text' | 'binary') =>
  type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format as 'text')
