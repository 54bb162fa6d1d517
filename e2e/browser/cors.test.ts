import { randomUUID } from 'node:crypto'
import {
  CreateUserPoolCommand,
  ListUserPoolsCommand,
  type CreateUserPoolResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPool } from '../new-pool.ts'
import type { NewPool } from '../new-pool.ts'
import { outputOf } from '../output-of.ts'
import { sdkClient } from '../sdk-client.ts'
import { fetchedBy } from './fetched-by.ts'
import type { Fetched } from './fetched-by.ts'
import { inBrowser } from './scene.ts'
import { serviceCall, signed } from './service-call.ts'
import { openSite } from './site.ts'

const scene = inBrowser()
const stack = new AsyncDisposableStack()
const unknownKey = { accessKeyId: 'test', secretAccessKey: 'test' }
const Password = 'Correct-Horse-1'
let pool: NewPool
let port: number

beforeAll(async () => {
  pool = await newPool(scene().server.endpoint)
  port = stack.use(await openSite()).port
})
afterAll(() => stack.disposeAsync())

/** A page of the site, under one of its names. */
async function pageAt(host: string): Promise<Page & AsyncDisposable> {
  const page = await scene().browser.newPage()
  await page.goto(`http://${host}:${port}/`)
  return page
}

async function called(page: Page, operation: string, input: object): Promise<Fetched & { readonly output: object }> {
  const fetched = await fetchedBy(page, serviceCall(scene().server.endpoint, operation, input))
  return { ...fetched, output: JSON.parse(fetched.text) as object }
}

const own = 'localhost'
const foreign = 'foreign.example'

describe.each([
  ['the developer’s own machine', own],
  ['another site', foreign],
])('a page of %s', (_, host) => {
  test('signs people up and in by script', async () => {
    await using page = await pageAt(host)
    const Username = `${randomUUID()}@example.com`
    const ClientId = pool.clientId
    expect(await called(page, 'SignUp', { ClientId, Username, Password })).toMatchObject({
      status: 200,
      output: { UserConfirmed: false, CodeDeliveryDetails: { AttributeName: 'email' } },
    })
    const ConfirmationCode = await scene().server.inbox.code(Username)
    const confirmed = await called(page, 'ConfirmSignUp', { ClientId, Username, ConfirmationCode })
    expect(confirmed.status).toBe(200)
    const AuthParameters = { USERNAME: Username, PASSWORD: Password }
    const signedIn = await called(page, 'InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
    expect(signedIn).toMatchObject({ status: 200, output: { AuthenticationResult: { TokenType: 'Bearer' } } })
  })

  test('reads why it was refused, and the id to ask about', async () => {
    await using page = await pageAt(host)
    const { status, output, headers } = await called(page, 'InitiateAuth', {
      ClientId: pool.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'nobody@example.com', PASSWORD: Password },
    })
    expect(status).toBe(400)
    expect(output).toMatchObject({ __type: 'UserNotFoundException', message: 'User does not exist.' })
    expect(headers['x-amzn-errortype']).toBe('UserNotFoundException:')
    expect(headers['x-amzn-requestid']).toMatch(/^[\da-f-]{36}$/)
  })

  test('reads that an operation does not exist', async () => {
    await using page = await pageAt(host)
    expect(await called(page, 'Nothing', {})).toMatchObject({
      status: 400,
      output: { __type: 'UnknownOperationException' },
    })
  })

  test('reads and clears no inbox by script', async () => {
    await using page = await pageAt(host)
    const [address, to] = await somebodysLetter()
    expect(await fetchedBy(page, { address })).toMatchObject({ status: 0, text: 'TypeError: Failed to fetch' })
    expect(await fetchedBy(page, { address, mode: 'no-cors' })).toEqual({ status: 0, headers: {}, text: '' })
    expect(await fetchedBy(page, { address, method: 'DELETE' })).toMatchObject({ status: 0 })
    expect(await scene().server.inbox.letters(to)).toHaveLength(1)
  })
})

/** The inbox's address with one letter in it, and whose that is. */
async function somebodysLetter(): Promise<readonly [address: string, to: string]> {
  const { endpoint } = scene().server
  const to = `${randomUUID()}@example.com`
  const { headers, body } = serviceCall(endpoint, 'SignUp', { ClientId: pool.clientId, Username: to, Password })
  expect((await fetch(endpoint, { method: 'POST', headers, body })).status).toBe(200)
  expect(await scene().server.inbox.letters(to)).toHaveLength(1)
  return [`${endpoint}/_cognate/inbox?to=${to}`, to]
}

describe('an operation that AWS signs', () => {
  const create = (PoolName: string) => serviceCall(scene().server.endpoint, 'CreateUserPool', { PoolName })

  async function poolNames(): Promise<readonly (string | undefined)[]> {
    const { UserPools } = await sdkClient(scene().server.endpoint).send(new ListUserPoolsCommand({ MaxResults: 60 }))
    return (UserPools ?? []).map(({ Name }) => Name)
  }

  test('is served to the developer’s own page with any key', async () => {
    await using page = await pageAt(own)
    const { status, text } = await fetchedBy(page, await signed(create('ours'), unknownKey))
    expect(status).toBe(200)
    expect((JSON.parse(text) as CreateUserPoolResponse).UserPool?.Name).toBe('ours')
  })

  test('is refused to another site’s page that makes a key up, and changes nothing', async () => {
    await using page = await pageAt(foreign)
    const refused = await fetchedBy(page, await signed(create('stolen'), unknownKey))
    expect(refused).toMatchObject({ status: 400, headers: { 'x-amzn-errortype': 'UnrecognizedClientException:' } })
    expect(await poolNames()).not.toContain('stolen')
  })

  test('is served to another site’s page with a key that the operator made', async () => {
    const printed = JSON.parse(await outputOf(scene().home, ['keys', 'create'])) as Readonly<Record<string, string>>
    const { AccessKeyId = '', SecretAccessKey = '' } = printed
    const key = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey }
    await using page = await pageAt(foreign)
    expect(await fetchedBy(page, await signed(create('hosted'), key))).toMatchObject({ status: 200 })
    const forged = await fetchedBy(page, await signed(create('forged'), { ...key, secretAccessKey: 'test' }))
    expect(forged).toMatchObject({ status: 400, headers: { 'x-amzn-errortype': 'InvalidSignatureException:' } })
    expect(await poolNames()).not.toContain('forged')
  })
})

test('another site’s page moves no clock, neither by script nor by a form', async () => {
  await using page = await pageAt(foreign)
  const { endpoint } = scene().server
  const address = `${endpoint}/_cognate/clock`
  const body = '{"advanceSeconds":86400}'
  expect(await fetchedBy(page, { address, method: 'POST', mode: 'no-cors', body })).toMatchObject({ status: 0 })

  // A form of plain text sends `name=value`: the equals sign hides in a string.
  await page.setContent(`<form method="post" enctype="text/plain" action="${address}">
    <input name='{"advanceSeconds":86400,"x":"' value='"}'><button>Win a prize</button></form>`)
  const answered = page.waitForResponse(address)
  await page.getByRole('button').click()
  expect((await answered).status()).toBe(403)

  const { UserPool } = await sdkClient(endpoint).send(new CreateUserPoolCommand({ PoolName: 'now' }))
  expect(Math.abs((UserPool?.CreationDate?.getTime() ?? 0) - Date.now())).toBeLessThan(3_600_000)
})

test('another site’s page leads nobody into the inbox', async () => {
  await using page = await pageAt(foreign)
  const [address] = await somebodysLetter()
  await page.setContent(`<a href="${address}">A prize</a>`)
  const answered = page.waitForResponse(address)
  await page.getByRole('link').click()
  expect((await answered).status()).toBe(403)
})

describe('a page whose name was bound anew to this machine', () => {
  const rebound = () => `http://rebound.example:${new URL(scene().server.endpoint).port}/`

  test('is not served', async () => {
    await using page = await scene().browser.newPage()
    const response = await page.goto(rebound())
    expect(response?.status()).toBe(421)
    expect(await response?.text()).toContain('answers only to local host names')
  })

  test('is refused whatever it asks', async () => {
    await using page = await scene().browser.newPage()
    const address = rebound()
    // It came from its own server while the name still led there.
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>A prize</h1>' }))
    await page.goto(address)
    await page.unroute(address)
    expect(await page.evaluate('document.body.innerText')).toBe('A prize')
    const [inbox, to] = await somebodysLetter()
    const { search } = new URL(inbox)
    const asked = [
      serviceCall(address, 'SignUp', { ClientId: pool.clientId, Username: 'rebound@example.com', Password }),
      await signed(serviceCall(address, 'ListUserPools', { MaxResults: 60 }), unknownKey),
      { address: `${address}_cognate/inbox${search}` },
      { address: `${address}_cognate/inbox`, method: 'DELETE' },
      { address: `${address}_cognate/clock`, method: 'POST', body: '{"advanceSeconds":86400}' },
      { address: `${address}${pool.poolId}/.well-known/jwks.json` },
    ]
    for (const one of asked) expect(await fetchedBy(page, one)).toMatchObject({ status: 421 })
    expect(await scene().server.inbox.letters(to)).toHaveLength(1)
    expect(await scene().server.inbox.letters('rebound@example.com')).toEqual([])
  })
})
