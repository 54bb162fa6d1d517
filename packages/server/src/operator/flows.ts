import { findTimelines } from '../flows/recorded/find-timelines.ts'
import { replay, type ReplayOutcome } from '../flows/recorded/replay.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { readTimeline } from '../recorder/read-timelines.ts'
import { answer } from './answer.ts'
import { flowView } from './flow-view.ts'
import type { OperatorWorld } from './operator-world.ts'
import { readSince } from './read-since.ts'

/** Whose flows an operator may see: those of their account, or in dev everybody's. */
export type Account = string | undefined

const usualLimit = 20
const mostAtOnce = 100
const longestWord = 2048

/** `?user=&client=&since=&limit=`: flows of which something happened since then, the newest first; `?id=` one flow. */
export async function showFlows({ query }: HttpRequest, account: Account, world: OperatorWorld): Promise<HttpResponse> {
  const asked = new URLSearchParams(query.replaceAll('+', '%2B'))
  const problem = [...asked.values()].find((word) => word.length > longestWord || word.includes('\0'))
  if (problem !== undefined) return answer(400, { message: 'A value is too long, or no text.' })
  const id = asked.get('id')
  await world.recorder.flush()
  if (id !== null) return showFlow(id, account, world)
  const limit = limitIn(asked.get('limit'))
  const since = readSince(asked.get('since'), world.clock.now())
  if (limit === 'unfit') return answer(400, { message: `limit must be a whole number from 1 to ${mostAtOnce}.` })
  if (since === 'unfit') return answer(400, { message: 'since must be like 15m, 2h, 7d or 2026-01-31T12:00:00Z.' })
  const wanted = { account, user: wordIn(asked, 'user'), clientId: wordIn(asked, 'client'), since, limit }
  return answer(200, { flows: (await findTimelines(wanted, world)).map(flowView) })
}

/** `{"id","function"}`: plays the flow's events to today's functions. */
export async function replayFlow({ body }: HttpRequest, account: Account, world: OperatorWorld): Promise<HttpResponse> {
  const asked = askedIn(body)
  if (!asked) return answer(400, { message: 'The body must be {"id":"…"}, with {"function":"…"} for one function.' })
  await world.recorder.flush()
  const outcome = await replay({ ...asked, account }, world)
  if (outcome.kind === 'replayed') return answer(200, { runs: outcome.runs })
  return answer(outcome.kind === 'no-flow' ? 404 : 409, { message: sentences[outcome.kind] })
}

const sentences: Readonly<Record<Exclude<ReplayOutcome['kind'], 'replayed'>, string>> = {
  'no-flow': 'There is no flow of this id.',
  'no-function': 'The flow told no such function of anything.',
  'no-events': 'The events of this flow were not kept: serve keeps them with --record-events.',
}

async function showFlow(id: string, account: Account, world: OperatorWorld): Promise<HttpResponse> {
  const timeline = await readTimeline(id, account, world)
  return timeline ? answer(200, flowView(timeline)) : answer(404, { message: sentences['no-flow'] })
}

function wordIn(asked: URLSearchParams, name: string): string | undefined {
  return asked.get(name) ?? undefined
}

function limitIn(text: string | null): number | 'unfit' {
  if (text === null) return usualLimit
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
  return limit >= 1 && limit <= mostAtOnce ? limit : 'unfit'
}

function askedIn(body: Buffer): { readonly id: string; readonly functionName: string | undefined } | undefined {
  const asked = objectIn(body.toString('utf8'))
  const [id, functionName] = [asked?.['id'], asked?.['function']]
  if (!isWord(id) || (functionName !== undefined && !isWord(functionName))) return undefined
  return { id, functionName }
}

const isWord = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longestWord && !value.includes('\0')

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? { ...read } : undefined
  } catch {
    return undefined
  }
}
