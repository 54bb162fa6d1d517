import type { FeedbackValueType } from '@cognate/wire/user-pools.ts'
import { Refusal } from '../domain/refusal.ts'
import { checkRates } from '../flows/quotas/check-rates.ts'
import { type UserFeedback, userFeedback } from '../flows/threats/user-feedback.ts'
import type { World } from '../flows/world.ts'
import type { Door, HttpRequest, HttpResponse } from '../http/message.ts'
import { page, type PageContent } from './page.ts'

/**
 * Where the links of a notification lead: `/<poolId>/authEventFeedback?user_name&event_id&feedback_token&feedback_value`.
 * A mail scanner opens both of them, so opening one only asks; the button says it.
 */
export function authEventFeedbackDoor(world: World): Door {
  return (request) => {
    const poolId = /^\/([\w-]{1,46}_[0-9A-Za-z]{1,55})\/authEventFeedback$/.exec(request.path)?.[1]
    return poolId === undefined ? undefined : answer(poolId, request, world)
  }
}

async function answer(poolId: string, request: HttpRequest, world: World): Promise<HttpResponse> {
  const said = feedbackIn(poolId, request.query)
  if (request.method === 'GET') return page(said ? questions[said.value] : broken, world.random)
  if (request.method === 'POST') return page(said ? await take(said, world) : broken, world.random)
  return { status: 405, headers: { allow: 'GET, POST', 'cache-control': 'no-store' }, body: '' }
}

/** The bounds are those of UpdateAuthEventFeedback. */
function feedbackIn(poolId: string, query: string): UserFeedback | undefined {
  const given = new URLSearchParams(query)
  const username = given.get('user_name') ?? ''
  const eventId = given.get('event_id') ?? ''
  const token = given.get('feedback_token') ?? ''
  const value = (['Valid', 'Invalid'] as const).find((word) => word === given.get('feedback_value'))
  const sound = /^[^\s\0]{1,128}$/u.test(username) && /^[\w+-]{1,50}$/.test(eventId) && /^[\w=.-]{1,500}$/.test(token)
  return sound && value ? { poolId, username, eventId, token, value } : undefined
}

async function take(said: UserFeedback, world: World): Promise<PageContent> {
  try {
    await countTowardsRates(said, world)
    await userFeedback(said, world)
    return thanks[said.value]
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.name === 'TooManyRequestsException' ? tooOften : broken
  }
}

/** As UpdateAuthEventFeedback counts: the page is no way around its rates. */
async function countTowardsRates({ poolId, username }: UserFeedback, { rates, store }: World): Promise<void> {
  const pool = rates && (await store.pools.find(poolId))
  if (!pool) return
  const user = `${poolId} ${username.toLowerCase()}`
  await checkRates({ operation: 'UpdateAuthEventFeedback', rate: 'UserResourceUpdate', user }, pool, rates)
}

const questions: Readonly<Record<FeedbackValueType, PageContent>> = {
  Valid: {
    status: 200,
    title: 'Was it you who signed in?',
    paragraphs: ['If it was, say so, and we will know you there.'],
    button: 'Yes, it was me',
  },
  Invalid: {
    status: 200,
    title: 'Was it somebody else who signed in?',
    paragraphs: ['If it was, say so, and change your password.'],
    button: 'No, it was not me',
  },
}

const thanks: Readonly<Record<FeedbackValueType, PageContent>> = {
  Valid: { status: 200, title: 'Thank you', paragraphs: ['You can close this page.'] },
  Invalid: {
    status: 200,
    title: 'Thank you',
    paragraphs: ['Please change your password now, if you have not done so.'],
  },
}

const tooOften: PageContent = {
  status: 429,
  title: 'Too many attempts',
  paragraphs: ['Please wait a while, then open the link once more.'],
}

const broken: PageContent = {
  status: 400,
  title: 'This link does not work',
  paragraphs: ['Open it from the message once more, or copy it whole into the address bar.'],
}
