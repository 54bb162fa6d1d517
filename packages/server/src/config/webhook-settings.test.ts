import { expect, test } from 'vitest'
import { loadSettings } from './load.ts'
import type { Profile } from './settings.ts'
import { UnusableSettings } from './unusable-settings.ts'

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:guard'
const url = 'https://hooks.example.com/guard?a=b'
const key = Buffer.alloc(32, 7)
const secret = `whsec_${key.toString('base64')}`

interface Said {
  readonly hooks?: readonly string[]
  readonly files?: readonly string[]
  readonly secrets?: string
}

function load(profile: Profile, { hooks, files, secrets }: Said) {
  const flag = (name: string, texts?: readonly string[]) => texts && { [name]: { texts, origin: `--${name}` } }
  const given = { ...flag('function-webhook', hooks), ...flag('function-webhook-secret-file', files) }
  const served = {
    COGNATE_PUBLIC_URL: 'https://id.example.com',
    COGNATE_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
  }
  const environment = {
    ...(profile === 'serve' && served),
    ...(secrets !== undefined && { COGNATE_FUNCTION_WEBHOOK_SECRET: secrets }),
  }
  return loadSettings(profile, { flags: { given, problems: [] }, environment, directory: '/nowhere' })
}

async function problemsOf(profile: Profile, said: Said): Promise<readonly string[]> {
  const error: unknown = await load(profile, said).catch((refused: unknown) => refused)
  return error instanceof UnusableSettings ? error.problems : []
}

test('a webhook has its secret from a file or from the environment', async () => {
  const other = `${arn}2`
  const said = { hooks: [`${arn}=${url}`, `${other}=${url}`], files: [`${other}=hook`], secrets: `${arn}=${secret}` }
  expect((await load('serve', said)).webhooks).toEqual([
    { arn, url, secret: { kind: 'given', key } },
    { arn: other, url, secret: { kind: 'file', file: '/nowhere/hook' } },
  ])
})

test('the latest version of a function is the function', async () => {
  const { webhooks } = await load('dev', { hooks: [`${arn}:$LATEST=${url}`], secrets: `${arn}=${secret}` })
  expect(webhooks).toMatchObject([{ arn, url }])
})

test.each([
  ['a webhook without a secret', { hooks: [`${arn}=${url}`] }],
  ['a secret without a webhook', { secrets: `${arn}=${secret}` }],
  ['a secret of another function', { hooks: [`${arn}=${url}`], secrets: `${arn}2=${secret}` }],
  ['two secrets of one webhook', { hooks: [`${arn}=${url}`], files: [`${arn}=hook`], secrets: `${arn}=${secret}` }],
  ['two webhooks of one function', { hooks: [`${arn}=${url}`, `${arn}=${url}2`], secrets: `${arn}=${secret}` }],
])('%s is refused', async (_what, said) => {
  expect(await problemsOf('dev', said)).toEqual([
    expect.stringMatching(/^Each --function-webhook needs one secret of its function/),
  ])
})

test.each([
  ['no ARN', url],
  ['the ARN of a user pool', `arn:aws:cognito-idp:us-east-1:000000000000:userpool/a=${url}`],
  ['no URL', `${arn}=guard`],
  ['http to another machine', `${arn}=http://hooks.example.com/`],
  ['another scheme', `${arn}=file:///etc/passwd`],
  ['a password in the URL', `${arn}=https://a:password@hooks.example.com/`],
])('a webhook with %s is refused, and not repeated', async (_what, hook) => {
  const problems = await problemsOf('dev', { hooks: [hook], secrets: `${arn}=${secret}` })
  expect(problems).toEqual([expect.stringMatching(/^--function-webhook must /)])
  expect(problems.join(' ')).not.toContain('password')
})

test.each(['http://127.0.0.1:8080/', 'http://localhost/', 'http://[::1]/'])(
  'dev tells %s in the clear, serve does not',
  async (loopback) => {
    const said = { hooks: [`${arn}=${loopback}`], secrets: `${arn}=${secret}` }
    expect(await problemsOf('dev', said)).toEqual([])
    expect(await problemsOf('serve', said)).toEqual([
      '--function-webhook tells functions in the clear: serve needs https.',
    ])
  },
)

test.each([
  ['nothing', `${arn}=`],
  ['no whsec_', `${arn}=${key.toString('base64')}`],
  ['too few bytes', `${arn}=whsec_${Buffer.alloc(23).toString('base64')}`],
  ['too many bytes', `${arn}=whsec_${Buffer.alloc(65).toString('base64')}`],
])('a secret of %s is refused and never shown', async (_what, secrets) => {
  const problems = await problemsOf('dev', { hooks: [`${arn}=${url}`], secrets })
  expect(problems).toEqual([expect.stringMatching(/^COGNATE_FUNCTION_WEBHOOK_SECRET must hold whsec_ and 24 to 64/)])
  expect(problems.join(' ')).not.toContain('BwcH')
})
