import { expect, test } from 'vitest'
import type { Parts } from '../flows/open-world.ts'
import { codeMessage } from '../flows/messages/code-message.ts'
import { listenerFor } from '../http/testing/listener-for.ts'
import { testWorld } from '../testing/world.ts'
import { confirmUserDoor } from './confirm-user.ts'

/** A pool that confirms by link, and a person who signed up there and got one. */
async function scene(parts: Partial<Parts> = {}) {
  const house = await testWorld(parts)
  const { UserPool } = await house.call('CreateUserPool', {
    PoolName: 'people',
    AutoVerifiedAttributes: ['email'],
    VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_LINK' },
  })
  const poolId = UserPool?.Id ?? ''
  const { UserPoolClient } = await house.call('CreateUserPoolClient', { UserPoolId: poolId, ClientName: 'app' })
  const clientId = UserPoolClient?.ClientId ?? ''
  await house.call('SignUp', {
    ClientId: clientId,
    Username: '<b>ada&co</b>',
    Password: 'Correct-horse-1',
    UserAttributes: [{ Name: 'email', Value: 'ada@example.com' }],
  })
  const [mail] = await house.inbox('ada@example.com')
  const link = new URL(mail?.link ?? '')
  const listener = await listenerFor([confirmUserDoor(house.world)])
  const open = (change: Readonly<Record<string, string>> = {}, path = link.pathname, init: RequestInit = {}) => {
    const query = new URLSearchParams({ ...Object.fromEntries(link.searchParams), ...change })
    return fetch(`${listener.address}${path}?${query.toString()}`, init)
  }
  const user = () => house.call('AdminGetUser', { UserPoolId: poolId, Username: '<b>ada&co</b>' })
  const dispose = async () => {
    await listener[Symbol.asyncDispose]()
    await house[Symbol.asyncDispose]()
  }
  return { house, poolId, clientId, link, open, user, [Symbol.asyncDispose]: dispose }
}

const unconfirmed = { UserStatus: 'UNCONFIRMED' }

test('the link that was sent confirms the person and their address', async () => {
  await using it = await scene()
  expect(it.link.href).toMatch(`http://localhost:9400/${it.poolId}/confirmUser?`)
  const response = await it.open()
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('<h1>Your account is confirmed</h1>')
  const user = await it.user()
  expect(user.UserStatus).toBe('CONFIRMED')
  expect(user.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' })
})

test('who opens it after a mail scanner did is told that all is well', async () => {
  await using it = await scene()
  await it.open()
  const again = await it.open()
  expect(again.status).toBe(200)
  expect(await again.text()).toContain('Your account is confirmed')
})

test('the page may run nothing, is kept by nobody and tells nobody its address', async () => {
  await using it = await scene()
  const first = await it.open()
  const policy = first.headers.get('content-security-policy') ?? ''
  const nonce = /style-src 'nonce-([^']+)'/.exec(policy)?.[1]
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(await first.text()).toContain(`<style nonce="${nonce}">`)
  expect(first.headers.get('referrer-policy')).toBe('no-referrer')
  expect(first.headers.get('cache-control')).toBe('no-store')
  expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect((await it.open()).headers.get('content-security-policy')).not.toContain(nonce)
})

test('a wrong code confirms nobody', async () => {
  await using it = await scene()
  const code = it.link.searchParams.get('confirmation_code') === '000000' ? '000001' : '000000'
  const response = await it.open({ confirmation_code: code })
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('This link no longer works')
  expect(await it.user()).toMatchObject(unconfirmed)
})

test('a link that is a day old confirms nobody', async () => {
  await using it = await scene()
  it.house.clock.advance(24 * 3_600_000)
  const response = await it.open()
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('This link no longer works')
  expect(await it.user()).toMatchObject(unconfirmed)
})

test('a link replaced by a newer one confirms nobody, the newer one does', async () => {
  await using it = await scene()
  const { world, clock } = it.house
  const { pool } = (await world.store.clients.findWithPool(it.clientId)) ?? {}
  const user = await world.store.users.findByName(it.poolId, '<b>ada&co</b>', ['username'])
  if (!pool || !user) throw new Error('Nobody signed up')
  clock.advance(1000)
  const occasion = { pool, user, clientId: it.clientId, attribute: 'email', value: 'ada@example.com' } as const
  const again = { ...occasion, purpose: 'ConfirmSignUp', source: 'CustomMessage_ResendCode' } as const
  await world.store.decide((await codeMessage(again, world)).statements)
  const [newer] = await it.house.inbox('ada@example.com')
  const code = new URL(newer?.link ?? '').searchParams.get('confirmation_code') ?? ''
  expect((await it.open()).status).toBe(400)
  expect((await it.open({ confirmation_code: code })).status).toBe(200)
})

test('guessing ends', async () => {
  await using it = await scene()
  const right = Number(it.link.searchParams.get('confirmation_code'))
  const answers: number[] = []
  for (let guess = 1; guess <= 16; guess += 1) {
    const code = String((right + guess) % 1_000_000).padStart(6, '0')
    answers.push((await it.open({ confirmation_code: code })).status)
  }
  expect(answers.slice(0, 15)).toEqual(Array(15).fill(400))
  expect(answers[15]).toBe(429)
  expect((await it.open()).status).toBe(429)
  expect(await it.user()).toMatchObject(unconfirmed)
})

test.each([
  ['no client', { client_id: '' }],
  ['a client that does not exist', { client_id: 'abcdefghijklmnopqrstuvwxyz' }],
  ['a client of an impossible form', { client_id: "x' or 1=1" }],
  ['no user', { user_name: '' }],
  ['a user whose name no store can hold', { user_name: 'ada\0' }],
  ['a user whose name is too long', { user_name: 'a'.repeat(129) }],
  ['no code', { confirmation_code: '' }],
  ['a code that is too long', { confirmation_code: '1'.repeat(2049) }],
  ['a user who does not exist', { user_name: 'nobody' }],
])('a link with %s confirms nobody, and the page repeats nothing of it', async (_, change) => {
  await using it = await scene()
  const response = await it.open(change)
  expect(response.status).toBe(400)
  const page = await response.text()
  for (const value of Object.values(change).filter(Boolean)) expect(page).not.toContain(value)
  expect(await it.user()).toMatchObject(unconfirmed)
})

test('a link to another pool’s page confirms nobody', async () => {
  await using it = await scene()
  const other = await it.house.call('CreateUserPool', { PoolName: 'others' })
  const response = await it.open({}, `/${other.UserPool?.Id}/confirmUser`)
  expect(response.status).toBe(400)
  expect(await it.user()).toMatchObject(unconfirmed)
})

test.each(['HEAD', 'POST'])('%s confirms nobody', async (method) => {
  await using it = await scene()
  expect((await it.open({}, it.link.pathname, { method })).status).toBe(405)
  expect(await it.user()).toMatchObject(unconfirmed)
})

test.each(['/confirmUser', '/us-east-1_abcdefghi/confirmuser', '/us-east-1_abcdefghi/confirmUser/', '/x/confirmUser'])(
  'other addresses are left to other doors: %s',
  async (path) => {
    await using it = await scene()
    expect((await it.open({}, path)).status).toBe(404)
  },
)

test('links count with the sign-ups of the account where rates hold; who opened one too many may come back', async () => {
  await using it = await scene({ lessor: 'process' })
  const { quotas, decide } = it.house.world.store
  await decide([quotas.set({ account: '000000000000', region: 'us-east-1' }, 'UserCreation', 2)])
  it.house.clock.advance(1000)
  const statuses = []
  for (const user_name of ['a', 'b', '<b>ada&co</b>']) statuses.push((await it.open({ user_name })).status)
  expect(statuses).toEqual([400, 400, 429])
  expect(await it.user()).toMatchObject(unconfirmed)
  it.house.clock.advance(1000)
  expect((await it.open()).status).toBe(200)
})
