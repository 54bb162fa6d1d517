import { randomUUID } from 'node:crypto'
import {
  AdminGetUserCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { BrowserContextOptions } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { newPool } from '../new-pool.ts'
import type { NewPool } from '../new-pool.ts'
import { sdkClient } from '../sdk-client.ts'
import { barriers } from './barriers.ts'
import { linkSentTo } from './link-sent-to.ts'
import { quietPage } from './quiet-page.ts'
import { inBrowser } from './scene.ts'

const scene = inBrowser()
let pool: NewPool

beforeAll(async () => {
  const settings = { VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_LINK' } } as const
  pool = await newPool(scene().server.endpoint, { pool: settings })
})

interface Person {
  readonly email: string
  readonly link: URL
  status(): Promise<string | undefined>
}

/** Somebody who signed up with AWS's own client and has the message. */
async function newcomer(): Promise<Person> {
  const { server } = scene()
  const cognito = sdkClient(server.endpoint)
  const email = `${randomUUID()}@example.com`
  await cognito.send(new SignUpCommand({ ClientId: pool.clientId, Username: email, Password: 'Correct-Horse-1' }))
  return {
    email,
    link: await linkSentTo(email, server),
    status: async () =>
      (await cognito.send(new AdminGetUserCommand({ UserPoolId: pool.poolId, Username: email }))).UserStatus,
  }
}

function changed(link: URL, parameters: Readonly<Record<string, string>>): URL {
  const other = new URL(link)
  for (const [name, value] of Object.entries(parameters)) other.searchParams.set(name, value)
  return other
}

/** Opens an address; gives all that a person, or a developer who looks closer, would see. */
async function seen(address: URL, options: BrowserContextOptions = {}) {
  await using quiet = await quietPage(scene(), options)
  const { page, asked, complaints } = quiet
  const response = await page.goto(address.href)
  return {
    status: response?.status(),
    title: await page.title(),
    heading: await page.getByRole('main').getByRole('heading', { level: 1 }).innerText(),
    text: await page.getByRole('main').innerText(),
    asked,
    complaints,
  }
}

describe.each([true, false])('in a browser that runs scripts: %s', (javaScriptEnabled) => {
  test('the link in the message confirms the account and says so, the second time as well', async () => {
    const { link, status } = await newcomer()
    expect(await status()).toBe('UNCONFIRMED')
    for (const _ of ['the first time', 'the second']) {
      const page = await seen(link, { javaScriptEnabled })
      expect(page).toMatchObject({ status: 200, title: page.heading, heading: 'Your account is confirmed' })
      expect(page.text).toContain('You can close this page and sign in.')
      expect(await status()).toBe('CONFIRMED')
    }
  })
})

test('the page loads nothing, runs nothing and breaks no rule of its own policy', async () => {
  const { link } = await newcomer()
  expect(await seen(link)).toMatchObject({ asked: [link.href], complaints: [] })
})

test('a wrong code, and a link that a newer one replaced, lead to asking for another', async () => {
  const { link, email, status } = await newcomer()
  const code = link.searchParams.get('confirmation_code') === '000000' ? '000001' : '000000'
  const outdated = { status: 400, heading: 'This link no longer works' }
  const page = await seen(changed(link, { confirmation_code: code }))
  expect(page).toMatchObject(outdated)
  expect(page.text).toContain('Ask for a new link where you signed up.')

  const again = new ResendConfirmationCodeCommand({ ClientId: pool.clientId, Username: email })
  await sdkClient(scene().server.endpoint).send(again)
  expect(await seen(link)).toMatchObject(outdated)
  expect(await status()).toBe('UNCONFIRMED')
  await seen(await linkSentTo(email, scene().server))
  expect(await status()).toBe('CONFIRMED')
})

test.each([
  ['half a link', {}, ['confirmation_code']],
  ['a link of a client that there is not', { client_id: 'abcdefghijklmnopqrstuvwxyz' }, []],
  ['a link of no possible client', { client_id: '%00%ff' }, []],
  ['a link without anything', {}, ['client_id', 'user_name', 'confirmation_code']],
])('%s leads to the message', async (_, parameters, missing) => {
  const { link, status } = await newcomer()
  const address = changed(link, parameters)
  for (const name of missing) address.searchParams.delete(name)
  const page = await seen(address)
  expect(page).toMatchObject({ status: 400, heading: 'This link is not complete', complaints: [] })
  expect(page.text).toContain('Open it from the message once more')
  expect(await status()).toBe('UNCONFIRMED')
})

const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style><script>alert(1)</script>',
  '<svg/onload=alert(1)>',
  'javascript:alert(1)',
]

test.each(attacks)('nothing that the address says becomes part of the page: %s', async (attack) => {
  const { link } = await newcomer()
  for (const names of [['client_id', attack], ['user_name'], ['confirmation_code']]) {
    await using quiet = await quietPage(scene())
    const { page, complaints } = quiet
    await page.goto(changed(link, Object.fromEntries(names.map((name) => [name, attack]))).href)
    expect(await page.content()).not.toContain('alert')
    expect(await page.locator('script, img, [onload], [onerror]').count()).toBe(0)
    expect(complaints).toEqual([])
  }
})

test('a script that got into the page would not run', async () => {
  const { link } = await newcomer()
  await using quiet = await quietPage(scene())
  const { page, complaints } = quiet
  await page.goto(link.href)
  const injection = `document.body.innerHTML += '<img src="/x" onerror="alert(1)">'; 'done'`
  expect(await page.evaluate(injection)).toBe('done')
  await expect.poll(() => complaints.join()).toContain('Content Security Policy')
  expect(complaints.join()).not.toContain('dialog')
})

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(['confirmed', 'outdated'])('the page %s keeps nobody out', async (kind) => {
    const { link } = await newcomer()
    await using quiet = await quietPage(scene(), { colorScheme })
    const { page } = quiet
    await page.goto(changed(link, kind === 'outdated' ? { confirmation_code: 'x' } : {}).href)
    expect(await barriers(page)).toEqual([])
    const ground = 'getComputedStyle(document.body).backgroundColor.match(/\\d+/g).every((part) => part < 128)'
    expect(await page.evaluate(ground)).toBe(colorScheme === 'dark')
  })
})

test.each([
  ['a narrow telephone', { viewport: { width: 320, height: 480 } }],
  ['a page at four times its size', { viewport: { width: 1280 / 4, height: 1024 / 4 }, deviceScaleFactor: 4 }],
])('nothing leaves the screen sideways on %s', async (_, options) => {
  const { link } = await newcomer()
  await using quiet = await quietPage(scene(), options)
  const { page } = quiet
  await page.goto(changed(link, { confirmation_code: 'x' }).href)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  const box = await page.getByRole('heading').boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(16)
})

// The last one: it moves the clock of the server that all of them share.
test('a link that has expired leads to asking for another', async () => {
  const { link, status } = await newcomer()
  await scene().server.advance(24 * 3600)
  expect(await seen(link)).toMatchObject({ status: 400, heading: 'This link no longer works', complaints: [] })
  expect(await status()).toBe('UNCONFIRMED')
})
