import { execFile, execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasBoto3 } from './has-boto3.ts'
import { readmeBlocks } from './readme.ts'
import { startServer } from './server.ts'
import type { Server } from './server.ts'
import { stores } from './stores.ts'
import type { Home } from './stores.ts'

// The README is followed to the letter, but for the port and the code.
const run = promisify(execFile)
const repository = fileURLToPath(new URL('..', import.meta.url))
const standIn = fileURLToPath(new URL('stand-in-curl.mjs', import.meta.url))

let home: Home
let server: Server

beforeAll(async () => {
  const [embedded] = stores
  if (!embedded) throw new Error('there is no embedded store')
  home = await embedded.open()
  server = await startServer(home)
})

afterAll(async () => {
  await server?.stop()
  await home?.[Symbol.asyncDispose]()
})

const here = (text: string) => text.replaceAll('http://localhost:9400', server.endpoint)

/** Runs a block of commands and gives what they printed, one JSON text for each command. */
async function shell(block: string | undefined): Promise<string> {
  if (block === undefined) throw new Error('the README has fewer blocks than it had')
  const curl = hasCurl() ? '' : `curl() { '${process.execPath}' '${standIn}' "$@"; }\n`
  const { stdout } = await run('sh', ['-e', '-c', curl + here(block)])
  return stdout
}

function hasCurl(): boolean {
  try {
    execFileSync('curl', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Runs a program as if it stood in the repository. */
async function program(code: string): Promise<string> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', here(code)], { cwd: repository })
  return stdout
}

const quickStart = readmeBlocks('Quick start', 'sh')

test('the quick start begins with npm start, and the server says what the README says it says', () => {
  expect(quickStart[0]).toBe('npm start\n')
  const port = new URL(server.endpoint).port
  const [ready = ''] = readmeBlocks('Quick start', '')
  expect(server.printed.at(-1)).toBe(ready.trim().replace('9400', port))
})

test('the commands of the quick start sign somebody up, show the code, confirm, and give three tokens that verify', async () => {
  const [, signUp, inbox, confirmAndSignIn = ''] = quickStart
  expect(JSON.parse(await shell(signUp))).toMatchObject({ UserConfirmed: false })

  const { messages } = JSON.parse(await shell(inbox)) as { readonly messages: readonly { readonly code: string }[] }
  expect(messages).toHaveLength(1)
  const printed = await shell(confirmAndSignIn.replace('"123456"', `"${messages[0]?.code}"`))

  const [confirmed = '', signedIn] = printed.split(/(?<=^\{[^{}]*\})/)
  expect(JSON.parse(confirmed)).toEqual({})
  const { AuthenticationResult: tokens } = JSON.parse(signedIn ?? '') as {
    readonly AuthenticationResult: Readonly<Record<'AccessToken' | 'IdToken' | 'RefreshToken', string>>
  }
  expect(tokens.RefreshToken).toBeDefined()
  const keys = createRemoteJWKSet(new URL(here('http://localhost:9400/us-east-1_cognate01/.well-known/jwks.json')))
  const { payload } = await jwtVerify(tokens.IdToken, keys)
  expect(payload).toMatchObject({ email: 'ada@example.com', email_verified: true })
  await jwtVerify(tokens.AccessToken, keys)
})

test('everything is still there when it is started again', async () => {
  await server.stop()
  server = await startServer(home)
  const [signIn = ''] = quickStart[3]?.match(/^curl [^\n]*InitiateAuth[^]*/m) ?? []
  expect(JSON.parse(await shell(signIn))).toHaveProperty('AuthenticationResult.AccessToken')
})

const [sdk, amplify] = readmeBlocks('Point your own client at it', 'js')

test('the README’s program with the AWS SDK makes a pool', async () => {
  await program(sdk ?? '')
  const list = `
    import { ListUserPoolsCommand } from '@aws-sdk/client-cognito-identity-provider'
    console.log(JSON.stringify((await cognito.send(new ListUserPoolsCommand({ MaxResults: 10 }))).UserPools))`
  const pools = JSON.parse(await program(`${sdk}${list}`)) as readonly { readonly Name: string }[]
  expect(pools.map(({ Name }) => Name).toSorted()).toEqual(['Demo', 'people', 'people'])
})

test('the README’s configuration of Amplify signs in', async () => {
  const printed = await program(`
    import { Amplify } from 'aws-amplify'
    import { signIn } from 'aws-amplify/auth'
    ${amplify}
    console.log(JSON.stringify(await signIn({ username: 'ada@example.com', password: 'Passw0rd!' })))
    process.exit()`)
  expect(JSON.parse(printed.slice(printed.indexOf('{')))).toMatchObject({ isSignedIn: true })
})

test.runIf(hasBoto3())('the README’s program with boto3 lists the pools', async () => {
  const [python = ''] = readmeBlocks('Point your own client at it', 'python')
  const listed = here(python).replace(/^(cognito\.list_user_pools.*)$/m, 'print([p["Name"] for p in $1["UserPools"]])')
  const { stdout } = await run('python3', ['-c', listed])
  expect(stdout).toContain("'Demo'")
})

test('the README’s commands for tests move the clock and empty the inbox', async () => {
  const [commands] = readmeBlocks('Point your own client at it', 'sh')
  const before = Date.now()
  const { now } = JSON.parse((await shell(commands)).replace(/\{\}\s*$/, '')) as { readonly now: string }
  expect(Date.parse(now) - before).toBeGreaterThanOrEqual(3_600_000)
  expect(await server.inbox.letters('ada@example.com')).toEqual([])
})
