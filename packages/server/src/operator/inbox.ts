import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { readInbox } from '../outbox/read-inbox.ts'
import { answer } from './answer.ts'
import type { OperatorWorld } from './operator-world.ts'

/** What was sent, newest first; with `?to=ADDRESS` only to that e-mail address or number. */
export async function showInbox({ query }: HttpRequest, world: OperatorWorld): Promise<HttpResponse> {
  const kept = await readInbox(recipientIn(query), world)
  const messages = kept.map(({ id, createdAt, message }) => ({
    id,
    channel: message.channel,
    to: message.to,
    source: message.source,
    subject: message.subject ?? null,
    text: message.text,
    html: message.html ?? null,
    code: message.code ?? null,
    link: message.link ?? null,
    createdAt: new Date(createdAt).toISOString(),
  }))
  return answer(200, { messages })
}

export async function clearInbox({ store }: OperatorWorld): Promise<HttpResponse> {
  await store.decide([store.outbox.clear()])
  return answer(200, {})
}

/** A plus sign stays one: it begins numbers and tags e-mail addresses, and a space is in neither. */
function recipientIn(query: string): string | undefined {
  return new URLSearchParams(query.replaceAll('+', '%2B')).get('to') ?? undefined
}
