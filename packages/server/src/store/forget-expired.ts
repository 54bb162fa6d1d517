import type { Compilable, Kysely } from 'kysely'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'

const dayMs = 86_400_000

export function forgetExpiredIn({ compiler, change }: Database): (now: number, limit: number) => Promise<number> {
  return async (now, limit) => {
    let deleted = 0
    // One decision a table: none holds the others' rows, or the writer, for long.
    for (const statement of expired(compiler, now, limit)) {
      const { touched } = await change(statement.compile())
      deleted += touched
    }
    return deleted
  }
}

/** Oldest first: so each walks the index of what ends when, also before PostgreSQL has counted anything. */
function expired(compiler: Kysely<Schema>, now: number, limit: number): readonly Compilable[] {
  return [
    compiler.deleteFrom('sessions').where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('pool_id', 'sub', 'session_id'),
        'in',
        selectFrom('sessions')
          .select(['pool_id', 'sub', 'session_id'])
          .where('expires_at', '<', now - dayMs)
          .orderBy('expires_at')
          .limit(limit)
          .$asTuple('pool_id', 'sub', 'session_id'),
      ),
    ),
    compiler.deleteFrom('codes').where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('pool_id', 'sub', 'purpose'),
        'in',
        selectFrom('codes')
          .select(['pool_id', 'sub', 'purpose'])
          .where('expires_at', '<', now - dayMs)
          .orderBy('expires_at')
          .limit(limit)
          .$asTuple('pool_id', 'sub', 'purpose'),
      ),
    ),
    compiler
      .deleteFrom('spent_steps')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('pool_id', 'attempt_id', 'step'),
          'in',
          selectFrom('spent_steps')
            .select(['pool_id', 'attempt_id', 'step'])
            .where('expires_at', '<', now)
            .orderBy('expires_at')
            .limit(limit)
            .$asTuple('pool_id', 'attempt_id', 'step'),
        ),
      ),
    ...guardsAndMessages(compiler, now, limit),
    retiredKeys(compiler, now, limit),
    oldLeases(compiler, now, limit),
    oldEvents(compiler, now, limit),
    ...deletedKmsKeys(compiler, now, limit),
    lostCode(compiler, now, limit),
  ]
}

function guardsAndMessages(compiler: Kysely<Schema>, now: number, limit: number): readonly Compilable[] {
  return [
    compiler
      .deleteFrom('guards')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('pool_id', 'who', 'kind'),
          'in',
          selectFrom('guards')
            .select(['pool_id', 'who', 'kind'])
            .where('ends_at', '<', now)
            .orderBy('ends_at')
            .limit(limit)
            .$asTuple('pool_id', 'who', 'kind'),
        ),
      )
      // A try that was counted meanwhile keeps its guard.
      .where('ends_at', '<', now),
    compiler.deleteFrom('outbox').where('message_id', 'in', (select) =>
      select
        .selectFrom('outbox')
        .select('message_id')
        .where('created_at', '<', now - 7 * dayMs)
        .where('state', '!=', 'waiting')
        .orderBy('created_at')
        .limit(limit),
    ),
  ]
}

function oldEvents(compiler: Kysely<Schema>, now: number, limit: number): Compilable {
  return compiler
    .deleteFrom('auth_events')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('pool_id', 'who', 'event_id'),
        'in',
        selectFrom('auth_events')
          .select(['pool_id', 'who', 'event_id'])
          .where('expires_at', '<', now)
          .orderBy('expires_at')
          .limit(limit)
          .$asTuple('pool_id', 'who', 'event_id'),
      ),
    )
}

/** ID and access tokens live a day at the most; an hour more, for verifiers whose clocks are behind. */
function retiredKeys(compiler: Kysely<Schema>, now: number, limit: number): Compilable {
  return compiler.deleteFrom('signing_keys').where(({ eb, refTuple, selectFrom }) =>
    eb(
      refTuple('pool_id', 'key_id'),
      'in',
      selectFrom('signing_keys')
        .select(['pool_id', 'key_id'])
        .where('retired_at', '<', now - dayMs - 3_600_000)
        .limit(limit)
        .$asTuple('pool_id', 'key_id'),
    ),
  )
}

/** Their names first: without a key they lead nowhere. */
function deletedKmsKeys(compiler: Kysely<Schema>, now: number, limit: number): readonly Compilable[] {
  const deleted = compiler
    .selectFrom('kms_keys')
    .select(['account', 'region', 'key_id'])
    .where('deletion_at', '<=', now)
    .orderBy('deletion_at')
    .limit(limit)
    .$asTuple('account', 'region', 'key_id')
  return (['kms_aliases', 'kms_keys'] as const).map((table) =>
    compiler.deleteFrom(table).where(({ eb, refTuple }) => eb(refTuple('account', 'region', 'key_id'), 'in', deleted)),
  )
}

/** Of seconds that no node's clock is at any more. */
function oldLeases(compiler: Kysely<Schema>, now: number, limit: number): Compilable {
  const past = Math.floor(now / 1000) - 600
  return compiler
    .deleteFrom('rate_leases')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('account', 'region', 'bucket'),
        'in',
        selectFrom('rate_leases')
          .select(['account', 'region', 'bucket'])
          .where('second', '<', past)
          .limit(limit)
          .$asTuple('account', 'region', 'bucket'),
      ),
    )
    .where('second', '<', past)
}

/** Whoever is about to make a function of it has an hour. */
function lostCode(compiler: Kysely<Schema>, now: number, limit: number): Compilable {
  return compiler.deleteFrom('function_code').where(({ eb, refTuple, selectFrom }) =>
    eb(
      refTuple('code_id', 'place'),
      'in',
      selectFrom('function_code')
        .select(['code_id', 'place'])
        .where('created_at', '<', now - 3_600_000)
        .where('code_id', 'not in', selectFrom('functions').select('functions.code_id'))
        .orderBy('created_at')
        .limit(limit)
        .$asTuple('code_id', 'place'),
    ),
  )
}
