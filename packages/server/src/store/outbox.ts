import { sql } from 'kysely'
import type { OutboxMessage } from '../domain/session.ts'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import type { Outbox } from './work-store.ts'

export function outboxIn(database: Database): Outbox {
  const { compiler, rows } = database
  const put = prepared((row: Schema['outbox']) => compiler.insertInto('outbox').values(row))
  const trim = prepared(({ keep }: { keep: number }) =>
    compiler
      .deleteFrom('outbox')
      .where('state', '!=', 'waiting')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('created_at', 'message_id'),
          '<=',
          selectFrom('outbox')
            .select(['created_at', 'message_id'])
            .orderBy('created_at', 'desc')
            .orderBy('message_id', 'desc')
            .limit(1)
            .offset(keep)
            .$asTuple('created_at', 'message_id'),
        ),
      ),
  )
  return {
    put: (message) => ({ query: put(toRow(message)) }),
    take: takingIn(database),
    settle({ id, dueAt, attempts, state }) {
      const changes = { due_at: dueAt, attempts, state }
      return { query: compiler.updateTable('outbox').set(changes).where('message_id', '=', id).compile() }
    },
    remove: (id) => ({ query: compiler.deleteFrom('outbox').where('message_id', '=', id).compile() }),
    async list({ recipientDigest, limit }) {
      const newest = compiler
        .selectFrom('outbox')
        .selectAll()
        .orderBy('created_at', 'desc')
        .orderBy('message_id', 'desc')
        .limit(limit)
      const wanted = recipientDigest === undefined ? newest : newest.where('recipient_digest', '=', recipientDigest)
      return (await rows(wanted.compile())).map(toMessage)
    },
    async waiting() {
      const query = compiler
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll<number>().as('messages'))
        .where('state', '=', sql.lit('waiting'))
      const [row] = await rows(query.compile())
      return row?.messages ?? 0
    },
    trim: (keep) => ({ query: trim({ keep }) }),
    clear: () => ({ query: compiler.deleteFrom('outbox').where('state', '!=', 'waiting').compile() }),
  }
}

function takingIn({ compiler, rows, change }: Database): Outbox['take'] {
  const due = prepared(({ now, limit }: { now: number; limit: number }) =>
    compiler
      .selectFrom('outbox')
      .select('message_id')
      .where('state', '=', sql.lit('waiting'))
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .orderBy('message_id')
      .limit(limit),
  )
  return async (now, limit, leaseMs) => {
    const waiting = await rows(due({ now, limit }))
    if (waiting.length === 0) return []
    // Whoever else saw the same rows finds them no longer due once it gets their locks.
    const lease = compiler
      .updateTable('outbox')
      .set({ due_at: now + leaseMs })
      .where(
        'message_id',
        'in',
        paddedTo(
          limit,
          waiting.map((row) => row.message_id),
        ),
      )
      .where('state', '=', 'waiting')
      .where('due_at', '<=', now)
      .returningAll()
    const taken = await change(lease.compile())
    return taken.rows.map((row) => toMessage(row as Schema['outbox']))
  }
}

/** Repeats the last id, so that the query has one form whatever waits and its preparation is reused. */
function paddedTo(length: number, ids: readonly string[]): readonly string[] {
  return [...ids, ...Array.from({ length: length - ids.length }, () => ids.at(-1) ?? '')]
}

function toMessage(row: Schema['outbox']): OutboxMessage {
  return {
    id: row.message_id,
    recipientDigest: row.recipient_digest,
    channel: row.channel as OutboxMessage['channel'],
    sealedPayload: row.sealed_payload,
    createdAt: row.created_at,
    dueAt: row.due_at,
    attempts: row.attempts,
    state: row.state as OutboxMessage['state'],
  }
}

function toRow(message: OutboxMessage): Schema['outbox'] {
  return {
    message_id: message.id,
    recipient_digest: message.recipientDigest,
    channel: message.channel,
    sealed_payload: message.sealedPayload,
    created_at: message.createdAt,
    due_at: message.dueAt,
    attempts: message.attempts,
    state: message.state,
  }
}
