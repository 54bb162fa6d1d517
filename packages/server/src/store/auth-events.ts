import { type AuthEvent, entered, type EventFeedback, type EventRisk } from '../domain/auth-event.ts'
import type { AuthEvents } from './auth-event-store.ts'
import type { Database } from './database.ts'
import { pageOf } from './page.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import { watchingIn } from './watched-events.ts'

type Row = Schema['auth_events']
type Place = Pick<Row, 'pool_id' | 'who'>

/** SQLite has no offset without a limit. */
const mostAtOnce = 1000

export function authEventsIn(database: Database): AuthEvents {
  return { ...readingIn(database), ...writingIn(database), ...watchingIn(database) }
}

function readingIn({ compiler, rows }: Database): Pick<AuthEvents, 'find' | 'list'> {
  const of = (at: Place) =>
    compiler.selectFrom('auth_events').selectAll().where('pool_id', '=', at.pool_id).where('who', '=', at.who)
  return {
    async find(poolId, who, id) {
      const [row] = await rows(of({ pool_id: poolId, who }).where('event_id', '=', id).compile())
      return row && toEvent(row)
    },
    async list(poolId, who, { limit, after }) {
      const all = of({ pool_id: poolId, who })
        .orderBy('created_at', 'desc')
        .orderBy('event_id', 'desc')
        .limit(limit + 1)
      const place = after === undefined ? undefined : placeIn(after)
      const older = ({ at, id }: { readonly at: number; readonly id: string }) =>
        all.where(({ eb, or, and }) =>
          or([eb('created_at', '<', at), and([eb('created_at', '=', at), eb('event_id', '<', id)])]),
        )
      const found = await rows((place ? older(place) : all).compile())
      return pageOf(found, limit, { place: (row) => `${row.created_at} ${row.event_id}`, item: toEvent })
    },
  }
}

function writingIn({ compiler }: Database): Pick<AuthEvents, 'put' | 'judge'> {
  const put = prepared((row: Row) =>
    compiler
      .insertInto('auth_events')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['pool_id', 'who', 'event_id'])
          .doUpdateSet(({ ref }) => ({
            response: ref('excluded.response'),
            entered: ref('excluded.entered'),
            findings: ref('excluded.findings'),
          }))
          // Whoever answers once more what let the user in does not make it a failure.
          .where('auth_events.entered', '=', 0),
      ),
  )
  // Of one kind alone: nobody forgets where a user got in by trying in vain.
  const trim = prepared((at: Place & { readonly entered: number; readonly most: number }) => {
    const ofKind = compiler
      .selectFrom('auth_events')
      .select('event_id')
      .where('pool_id', '=', at.pool_id)
      .where('who', '=', at.who)
      .where('entered', '=', at.entered)
    const surplus = ofKind.orderBy('created_at', 'desc').orderBy('event_id', 'desc').limit(mostAtOnce).offset(at.most)
    return compiler
      .deleteFrom('auth_events')
      .where('pool_id', '=', at.pool_id)
      .where('who', '=', at.who)
      .where('event_id', 'in', surplus)
  })
  // Writing the user's row as it is holds it, so that a user who is being deleted leaves no event.
  const hold = prepared((at: Place) =>
    compiler
      .updateTable('users')
      .set(({ ref }) => ({ version: ref('version') }))
      .where('pool_id', '=', at.pool_id)
      .where('sub', '=', at.who),
  )
  return {
    put(event, most, gone) {
      const row = toRow(event)
      const at = { pool_id: row.pool_id, who: row.who }
      const held = { query: hold(at), ...(gone && { otherwise: gone }) }
      return [held, { query: put(row) }, { query: trim({ ...at, entered: row.entered, most }) }]
    },
    judge: ({ poolId, who, id }, { value, provider, givenAt }, gone) => ({
      query: compiler
        .updateTable('auth_events')
        .set({ feedback: value, feedback_by: provider, feedback_at: givenAt })
        .where('pool_id', '=', poolId)
        .where('who', '=', who)
        .where('event_id', '=', id)
        .compile(),
      otherwise: gone,
    }),
  }
}

function placeIn(after: string) {
  const [at = '', id = ''] = after.split(' ')
  return { at: Number(at), id }
}

function toRow(event: AuthEvent): Row {
  return {
    pool_id: event.poolId,
    who: event.who,
    event_id: event.id,
    event_type: event.type,
    response: event.response,
    entered: entered(event) ? 1 : 0,
    findings: JSON.stringify({ risk: event.risk, challenges: event.challenges } satisfies Findings),
    sealed_context: event.sealedContext,
    address_digest: event.addressDigest ?? null,
    device_digest: event.deviceDigest ?? null,
    feedback: event.feedback?.value ?? null,
    feedback_by: event.feedback?.provider ?? null,
    feedback_at: event.feedback?.givenAt ?? null,
    created_at: event.createdAt,
    expires_at: event.expiresAt,
  }
}

interface Findings {
  readonly risk: EventRisk
  readonly challenges: AuthEvent['challenges']
}

function toEvent(row: Row): AuthEvent {
  return {
    poolId: row.pool_id,
    who: row.who,
    id: row.event_id,
    type: row.event_type as AuthEvent['type'],
    response: row.response as AuthEvent['response'],
    ...(JSON.parse(row.findings) as Findings),
    sealedContext: row.sealed_context,
    ...(row.address_digest === null ? {} : { addressDigest: row.address_digest }),
    ...(row.device_digest === null ? {} : { deviceDigest: row.device_digest }),
    ...feedbackIn(row),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }
}

function feedbackIn({ feedback, feedback_by: provider, feedback_at: givenAt }: Row): {
  readonly feedback?: EventFeedback
} {
  if (feedback === null || provider === null || givenAt === null) return {}
  return { feedback: { value: feedback as EventFeedback['value'], provider, givenAt } }
}
