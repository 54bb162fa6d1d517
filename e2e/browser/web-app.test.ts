import { AdminConfirmSignUpCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPool } from '../new-pool.ts'
import type { NewPool } from '../new-pool.ts'
import { sdkClient } from '../sdk-client.ts'
import { bundle } from './bundle.ts'
import { inBrowser } from './scene.ts'
import { openSite } from './site.ts'

const scene = inBrowser()
const stack = new AsyncDisposableStack()
const password = 'Correct-Horse-1'
let pool: NewPool
let address: string

beforeAll(async () => {
  pool = await newPool(scene().server.endpoint)
  const { port } = stack.use(await openSite(await bundle()))
  address = `http://localhost:${port}/`
})
afterAll(() => stack.disposeAsync())

/** Calls a function of the application in the page. */
function inApp(page: Page, name: string, ...args: readonly (string | object)[]): Promise<unknown> {
  return page.evaluate(`app.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`)
}

const settings = () => ({ ...pool, endpoint: scene().server.endpoint })

test('amazon-cognito-identity-js signs in with SRP from a page on another port', async () => {
  const Username = 'ada@example.com'
  const cognito = sdkClient(scene().server.endpoint)
  await cognito.send(new SignUpCommand({ ClientId: pool.clientId, Username, Password: password }))
  await cognito.send(new AdminConfirmSignUpCommand({ UserPoolId: pool.poolId, Username }))
  await using page = await scene().browser.newPage()
  await page.goto(address)
  expect(await inApp(page, 'identitySignIn', settings(), Username, password)).toMatchObject({
    iss: `${scene().server.endpoint}/${pool.poolId}`,
    aud: pool.clientId,
    email: Username,
  })
  await expect(inApp(page, 'identitySignIn', settings(), Username, 'Wrong-Horse-1')).rejects.toThrow(
    'Incorrect username or password.',
  )
})

test('Amplify signs somebody up, in and out, and they stay signed in over a reload', async () => {
  const username = 'grace@example.com'
  await using page = await scene().browser.newPage()
  await page.goto(address)
  await inApp(page, 'configure', settings())
  await inApp(page, 'amplifySignUp', username, password)
  await inApp(page, 'amplifySignIn', username, password, await scene().server.inbox.code(username))
  await page.reload()
  await inApp(page, 'configure', settings())
  expect(await inApp(page, 'amplifyAddress')).toBe(username)
  await inApp(page, 'amplifySignOut')
  await page.reload()
  await inApp(page, 'configure', settings())
  await expect(inApp(page, 'amplifyAddress')).rejects.toThrow('User needs to be authenticated')
})
