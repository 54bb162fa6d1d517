import { mkdirSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import {
  CognitoIdentityProviderClient,
  SignUpCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test, vi } from 'vitest'
import { refusalOf } from '../testing/refusal-of.ts'
import { home, run, start } from './testing/command.ts'

const ClientId = 'cognatedemoclient000000001'
const UserPoolId = 'us-east-1_cognate01'
const email = 'ada@example.com'
const arn = 'arn:aws:lambda:us-east-1:000000000000:function:greet'
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const clientOf = (endpoint: string) =>
  new CognitoIdentityProviderClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 })
const signUp = new SignUpCommand({ ClientId, Username: email, Password: 'Passw0rd!' })

const handler = (line: string) => `exports.handler = async (event) => { ${line}; return event }`

test('a sign-up is shown with the function that stopped it, and is replayed to the one of today', async () => {
  using here = home()
  const file = join(here.directory, 'functions', 'greet.js')
  mkdirSync(join(here.directory, 'functions'))
  writeFileSync(file, handler("throw new Error('no\\u001b[2J sign-ups today')"))
  await using server = start(here.directory, ['dev', '--port', '0', '--functions', 'functions'])
  const endpoint = await server.ready()
  const cognito = clientOf(endpoint)
  await cognito.send(new UpdateUserPoolCommand({ UserPoolId, LambdaConfig: { PreSignUp: arn } }))
  await refusalOf(cognito.send(signUp))
  const flows = (...words: string[]) => run(here.directory, ['flows', ...words, '--endpoint', endpoint])

  const shown = await flows('--user', email)
  expect(shown).toMatchObject({ code: 0, err: '' })
  expect(shown.out).toMatch(/sign-up {2}ada@example\.com {2}✗ UserLambdaValidationException: PreSignUp failed/)
  expect(shown.out).toMatch(/λ PreSignUp_SignUp → greet {2}threw · Error: no\\u001b\[2J sign-ups today/)
  expect(shown.out).not.toContain('\u001B')
  expect((await flows('--since', '1h', '--client', 'another')).out).toBe('Nothing was recorded of that.\n')

  const [flow] = JSON.parse((await flows('--json')).out) as readonly [{ readonly id: string }]
  expect(JSON.parse((await flows('show', flow.id, '--json')).out)).toMatchObject({ id: flow.id, user: email })
  expect((await flows('replay', flow.id)).out).toMatch(/PreSignUp_SignUp → greet {2}✓ the same/)
  writeFileSync(file, handler('event.response.autoConfirmUser = true'))
  await vi.waitFor(async () => {
    expect((await flows('replay', flow.id, '--function', 'greet')).out).toMatch(
      /≠ not the same.*then {3}threw · Error: no.*today {2}\{"autoConfirmUser":true/s,
    )
  }, 10_000)
  expect(await flows('replay', flow.id, '--function', 'other')).toMatchObject({
    code: 1,
    err: 'The flow told no such function of anything.\n',
  })
}, 60_000)

test('what is recorded is sealed, and a kill loses no decision', async () => {
  using here = home()
  await using server = start(here.directory, ['dev', '--port', '0'])
  const endpoint = await server.ready()
  await clientOf(endpoint).send(signUp)
  await run(here.directory, ['flows', '--endpoint', endpoint])
  await refusalOf(clientOf(endpoint).send(signUp))
  server.process.kill('SIGKILL')
  await server.ended
  const rows = rowsIn(join(here.directory, '.cognate', 'cognate.db'), 'flow_records')
  expect(rows).not.toHaveLength(0)
  expect(JSON.stringify(rows)).not.toMatch(/ada|example|SignUp/)
  await using next = start(here.directory, ['dev', '--port', '0'])
  const again = await next.ready()
  expect(await refusalOf(clientOf(again).send(signUp))).toContain('UsernameExistsException')
  expect((await run(here.directory, ['flows', '--endpoint', again])).out).toMatch(
    /sign-up {2}ada@example\.com {2}✓ done/,
  )
}, 60_000)

/** All but what is in clear on purpose: pool, account, time. */
function rowsIn(file: string, table: string): readonly unknown[] {
  using database = new DatabaseSync(file, { readOnly: true })
  return database.prepare(`select sealed, record_id from ${table}`).all()
}

test('serve wants an access key, shows the flows of its account, and leaves out events', async () => {
  using here = home()
  const COGNATE_MASTER_KEY = Buffer.alloc(32, 7).toString('base64')
  const args = ['serve', '--port', '0', '--public-url', 'http://localhost']
  await using server = start(here.directory, args, { COGNATE_MASTER_KEY })
  const endpoint = await server.ready()
  expect(await run(here.directory, ['flows', '--endpoint', endpoint])).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('AWS_ACCESS_KEY_ID'),
  })
  const made = await run(here.directory, ['keys', 'create'], { COGNATE_MASTER_KEY })
  const key = JSON.parse(made.out) as { readonly AccessKeyId: string; readonly SecretAccessKey: string }
  const environment = { AWS_ACCESS_KEY_ID: key.AccessKeyId, AWS_SECRET_ACCESS_KEY: key.SecretAccessKey }
  const listed = await run(here.directory, ['flows', '--endpoint', endpoint, '--json'], environment)
  expect(listed).toEqual({ code: 0, out: '[]\n', err: '' })
}, 60_000)

test.each([
  ['no server', ['--endpoint', 'http://localhost:1'], {}, /^No server answers at http:\/\/localhost:1/],
  ['no URL', ['--endpoint', 'localhost'], {}, /^--endpoint must be the URL of a server/],
  [
    'a secret that others could read on the way',
    ['--endpoint', 'http://id.example.com'],
    { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' },
    /^An access key is only sent over TLS/,
  ],
])('%s is said in a sentence', async (_, words, environment, said) => {
  using here = home()
  const { code, out, err } = await run(here.directory, ['flows', ...words], environment)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(said)
})
