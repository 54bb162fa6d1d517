import {
  AdminConfirmSignUpCommand,
  SetUserPoolMfaConfigCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
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
const username = 'ada@example.com'
let pool: NewPool
let address: string

beforeAll(async () => {
  const { endpoint } = scene().server
  pool = await newPool(endpoint, {
    pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  })
  const { poolId: UserPoolId, clientId: ClientId } = pool
  const cognito = sdkClient(endpoint)
  const WebAuthnConfiguration = { RelyingPartyId: 'localhost', UserVerification: 'required' } as const
  await cognito.send(new SetUserPoolMfaConfigCommand({ UserPoolId, WebAuthnConfiguration }))
  await cognito.send(new SignUpCommand({ ClientId, Username: username, Password: password }))
  await cognito.send(new AdminConfirmSignUpCommand({ UserPoolId, Username: username }))
  const { port } = stack.use(await openSite(await bundle()))
  address = `http://localhost:${port}/`
})
afterAll(() => stack.disposeAsync())

/** A page of somebody whose device has a fingerprint reader, which they always touch. */
async function pageWithAuthenticator(): Promise<Page> {
  const page = await scene().browser.newPage()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(address)
  return page
}

/** Calls a function of the application in the page. */
function inApp(page: Page, name: string, ...args: readonly (string | object)[]): Promise<unknown> {
  return page.evaluate(`app.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`)
}

test('Amplify registers a passkey in a browser, signs in with it, preferred and chosen, and deletes it', async () => {
  await using page = await pageWithAuthenticator()
  await inApp(page, 'configure', { ...pool, endpoint: scene().server.endpoint })
  await inApp(page, 'amplifyEnters', username, password)
  await inApp(page, 'amplifyAddsPasskey')
  expect(await inApp(page, 'amplifyPasskeys')).toHaveLength(1)
  await expect(inApp(page, 'amplifyAddsPasskey')).rejects.toThrow('PasskeyAlreadyExists')
  await inApp(page, 'amplifySignOut')

  expect(await inApp(page, 'amplifyPasskeySignIn', username)).toBe('DONE')
  expect(await inApp(page, 'amplifyAddress')).toBe(username)
  await inApp(page, 'amplifySignOut')

  expect(await inApp(page, 'amplifyChoosesPasskey', username)).toEqual(['PASSWORD', 'PASSWORD_SRP', 'WEB_AUTHN'])
  expect(await inApp(page, 'amplifyAddress')).toBe(username)
  await inApp(page, 'amplifyDeletesPasskeys')
  expect(await inApp(page, 'amplifyPasskeys')).toEqual([])
})
