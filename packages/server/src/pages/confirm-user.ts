import { Refusal } from '../domain/refusal.ts'
import { cannotConfirm } from '../domain/refusals.ts'
import { checkRates } from '../flows/quotas/check-rates.ts'
import { journaled } from '../flows/recorded/journaled.ts'
import { confirmSignUp } from '../flows/sign-up/confirm-sign-up.ts'
import type { World } from '../flows/world.ts'
import type { Door, HttpRequest, HttpResponse } from '../http/message.ts'
import { page, type PageContent } from './page.ts'

/**
 * Where the link in a sign-up mail leads: `GET /<poolId>/confirmUser?client_id&user_name&confirmation_code`. As with
 * AWS, opening it confirms; so whoever opens it after a mail scanner did is told that all is well.
 */
export function confirmUserDoor(world: World): Door {
  return (request) => {
    const poolId = /^\/([\w-]{1,46}_[0-9A-Za-z]{1,55})\/confirmUser$/.exec(request.path)?.[1]
    return poolId === undefined ? undefined : answer(poolId, request, world)
  }
}

async function answer(poolId: string, request: HttpRequest, world: World): Promise<HttpResponse> {
  if (request.method === 'GET') return page(await confirm(poolId, request.query, world), world.random)
  // A HEAD must change nothing, and has nothing to tell.
  return { status: 405, headers: { allow: 'GET', 'cache-control': 'no-store' }, body: '' }
}

async function confirm(poolId: string, query: string, world: World): Promise<PageContent> {
  const link = linkIn(query)
  const found = link && (await world.store.clients.findWithPool(link.clientId))
  if (!link || found?.pool.id !== poolId) return broken
  const { clientId, username } = link
  const call = {
    operation: 'ConfirmSignUp',
    rate: 'UserCreation',
    user: `${clientId} ${username.toLowerCase()}`,
  } as const
  try {
    if (world.rates) await checkRates(call, found.pool, world.rates)
    const input = { Username: username, ConfirmationCode: link.code }
    const confirmation = { ...found, username, code: link.code, forceAliasCreation: false }
    const recorded = { operation: 'ConfirmSignUp', input, ...found }
    await journaled(recorded, (journaling) => confirmSignUp(confirmation, journaling), world)
    return confirmed
  } catch (error) {
    if (error instanceof Refusal) return contentOf(error)
    throw error
  }
}

/** The bounds are those of ConfirmSignUp. */
function linkIn(query: string) {
  const given = new URLSearchParams(query)
  const clientId = given.get('client_id') ?? ''
  const username = given.get('user_name') ?? ''
  const code = given.get('confirmation_code') ?? ''
  const sound = /^[\w+]{1,128}$/.test(clientId) && /^[^\s\0]{1,128}$/u.test(username) && /^\S{1,2048}$/.test(code)
  return sound ? { clientId, username, code } : undefined
}

function contentOf({ name, message }: Refusal): PageContent {
  if (message === cannotConfirm('CONFIRMED').message) return confirmed
  if (name === 'LimitExceededException' || name === 'TooManyRequestsException') return tooOften
  if (name === 'ExpiredCodeException' || name === 'CodeMismatchException') return outdated
  if (name === 'AliasExistsException') return taken
  return broken
}

const confirmed: PageContent = {
  status: 200,
  title: 'Your account is confirmed',
  paragraphs: ['Thank you. You can close this page and sign in.'],
}

const outdated: PageContent = {
  status: 400,
  title: 'This link no longer works',
  paragraphs: ['It has expired, or a newer one was sent to you.', 'Ask for a new link where you signed up.'],
}

const taken: PageContent = {
  status: 400,
  title: 'This address belongs to another account',
  paragraphs: ['Sign in to the account that you already have, or sign up with another address.'],
}

const tooOften: PageContent = {
  status: 429,
  title: 'Too many attempts',
  paragraphs: ['Please wait a while, then open the link again.'],
}

const broken: PageContent = {
  status: 400,
  title: 'This link is not complete',
  paragraphs: ['Open it from the message once more, or copy it whole into the address bar.'],
}
