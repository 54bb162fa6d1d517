import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Given } from './given.ts'
import { loadSettings, loadStoreSettings } from './load.ts'
import type { Profile } from './settings.ts'
import { UnusableSettings } from './unusable-settings.ts'

const root = mkdtempSync(join(tmpdir(), 'cognate-settings-'))
afterAll(() => rmSync(root, { recursive: true }))

const key = Buffer.alloc(32, 7).toString('base64')

interface Case {
  readonly flags?: Readonly<Record<string, string | readonly string[]>>
  readonly environment?: NodeJS.ProcessEnv
  /** Text of cognate.yaml. */
  readonly file?: string
}

function placesOf({ flags = {}, environment = {}, file }: Case) {
  const directory = mkdtempSync(join(root, 'case-'))
  if (file !== undefined) writeFileSync(join(directory, 'cognate.yaml'), file)
  const given: Record<string, Given> = {}
  for (const [name, text] of Object.entries(flags)) given[name] = { texts: [text].flat(), origin: `--${name}` }
  return { flags: { given, problems: [] }, environment, directory }
}

const load = (profile: Profile, asked: Case) => loadSettings(profile, placesOf(asked))

async function problemsOf(act: () => Promise<unknown>): Promise<readonly string[]> {
  try {
    await act()
  } catch (error) {
    if (error instanceof UnusableSettings) return error.problems
    throw error
  }
  return []
}

const refused = (profile: Profile, asked: Case) => problemsOf(() => load(profile, asked))

test('without any, dev has its defaults', async () => {
  const places = placesOf({})
  expect(await loadSettings('dev', places)).toEqual({
    recording: { bodies: 'kept', mostCharacters: 64_000_000, keepMs: 7 * 86_400_000 },
    profile: 'dev',
    host: '127.0.0.1',
    port: 9400,
    allowedHosts: [],
    storage: { kind: 'sqlite', directory: join(places.directory, '.cognate') },
    masterKey: { kind: 'made', file: join(places.directory, '.cognate', 'master-key') },
    issuer: 'cognate',
    account: '000000000000',
    trustedProxies: [],
    strict: false,
    quotas: false,
    uploadedFunctions: true,
    demo: true,
    workers: 1,
    logLevel: 'info',
    allowPinnedIds: true,
  })
})

test('a flag beats the environment, which beats the file', async () => {
  const file = 'port: 1\nissuer: aws\naccount: "111111111111"\n'
  const environment = { COGNATE_PORT: '2', COGNATE_ISSUER: 'cognate' }
  expect(await load('dev', { file, environment, flags: { port: '3' } })).toMatchObject({
    port: 3,
    issuer: 'cognate',
    account: '111111111111',
  })
})

test('functions live where the working directory says, and beside the data', async () => {
  const places = placesOf({ flags: { functions: 'f' } })
  expect(await loadSettings('dev', places)).toMatchObject({ functions: join(places.directory, 'f') })
  expect(await load('dev', { flags: { functions: '.', memory: 'true' } })).toHaveProperty('functions')
  expect(await load('dev', { flags: { functions: 'f', data: 'f-data' } })).toHaveProperty('functions')
})

test('lists are repeated flags, commas in the environment, lists or single values in the file', async () => {
  const lists = { allowedHosts: ['a.test', 'b.test'] }
  expect(await load('dev', { flags: { 'allowed-host': ['a.test', 'b.test'] } })).toMatchObject(lists)
  expect(await load('dev', { environment: { COGNATE_ALLOWED_HOST: 'a.test, b.test' } })).toMatchObject(lists)
  expect(await load('dev', { file: 'allowed-host: [a.test, b.test]' })).toMatchObject(lists)
  expect(await load('dev', { file: 'allowed-host: a.test' })).toMatchObject({ allowedHosts: ['a.test'] })
})

test('another file is named by flag or environment, and must be there', async () => {
  expect(await refused('dev', { flags: { config: 'other.yaml' } })).toEqual([
    expect.stringMatching(/other\.yaml cannot be read \(ENOENT\)/),
  ])
  expect(await refused('dev', { environment: { COGNATE_CONFIG: 'other.yaml' } })).toHaveLength(1)
})

test('an empty file and empty variables say nothing', async () => {
  expect((await load('dev', { file: '# nothing\n', environment: { COGNATE_PORT: '' } })).port).toBe(9400)
})

test('variables that Kubernetes sets for a service called cognate are passed over', async () => {
  const environment = {
    COGNATE_PORT: 'tcp://10.0.0.1:80',
    COGNATE_SERVICE_HOST: '10.0.0.1',
    COGNATE_PORT_80_TCP: 'x',
  }
  expect((await load('dev', { environment })).port).toBe(9400)
})

test('serve is strict, pins no ids and makes no demo unless told', async () => {
  const flags = { 'public-url': 'https://id.example.com/', 'master-key-file': 'k' }
  const asked = { flags, environment: {} }
  expect(await load('serve', asked)).toMatchObject({
    publicUrl: 'https://id.example.com',
    strict: true,
    demo: false,
    allowPinnedIds: false,
  })
  expect((await load('serve', { flags: { ...flags, 'allow-pinned-ids': 'true' } })).allowPinnedIds).toBe(true)
})

test('serve records flows without events unless told, and nobody records without room', async () => {
  const flags = { 'public-url': 'https://id.example.com/', 'master-key-file': 'k' }
  const recording = async (more: Record<string, string>) =>
    (await load('serve', { flags: { ...flags, ...more }, environment: {} })).recording
  expect(await recording({})).toMatchObject({ bodies: 'left-out' })
  const told = { 'record-events': 'true', 'flow-megabytes': '1', 'flow-days': '2' }
  expect(await recording(told)).toEqual({ bodies: 'kept', mostCharacters: 1_000_000, keepMs: 172_800_000 })
  expect(await recording({ 'flow-megabytes': '0' })).toBeUndefined()
})

test('the master key can be in the environment alone', async () => {
  const environment = { COGNATE_MASTER_KEY: key }
  expect((await load('dev', { environment })).masterKey).toEqual({ kind: 'given', key: Buffer.alloc(32, 7) })
  expect(await refused('dev', { file: `master-key: ${key}` })).toEqual([expect.stringContaining('is not a setting')])
})

test('memory needs no directory and passes with its key, without a demo', async () => {
  expect(await load('dev', { flags: { memory: 'true' } })).toMatchObject({
    storage: { kind: 'memory' },
    masterKey: { kind: 'passing' },
    demo: false,
  })
})

test.each([
  ['port', '65536', 'whole number from 0 to 65535'],
  ['port', '-1', 'whole number'],
  ['port', '9e3', 'whole number'],
  ['host', 'a b', 'address or a host name'],
  ['allowed-host', 'http://a.test', 'host name without scheme and port'],
  ['allowed-host', 'a.test:80', 'host name without scheme and port'],
  ['database-url', 'mysql://a', 'postgres://'],
  ['public-url', 'id.example.com', 'must be a URL'],
  ['public-url', 'https://id.example.com/?a=b', 'must be a URL'],
  ['public-url', 'https://user@id.example.com', 'must be a URL'],
  ['public-url', 'ftp://id.example.com', 'must be a URL'],
  ['issuer', 'azure', 'one of cognate, aws'],
  ['account', '12', 'twelve digits'],
  ['smtp', 'http://mail.test', '--smtp cannot be used: The SMTP URL must look like smtp://'],
  ['smtp', 'smtp://mail.test?ignoreTLS=true', 'has a parameter "ignoreTLS"; only "from" is known.'],
  ['smtp', 'smtp://:hush@mail.test', 'has a password but no user.'],
  ['smtp', 'smtp://mail.test?from=nobody', 'must be an e-mail address'],
  ['trusted-proxy', '10.0.0.0/40', 'CIDR'],
  ['workers', '0', 'whole number from 1 to 256'],
  ['log-level', 'loud', 'one of debug'],
  ['data', '', 'must not be empty'],
  ['memory', 'maybe', 'true or false'],
])('--%s %s: %s', async (name, text, reason) => {
  expect(await refused('dev', { flags: { [name]: text } })).toEqual([expect.stringContaining(reason)])
})

test('a key of the wrong length is not shown, nor is the password of a database', async () => {
  const urls = { COGNATE_DATABASE_URL: 'mysql://u:hush@db', COGNATE_SMTP: 'smtp://u:hush%@mail' }
  const problems = await refused('dev', { environment: { COGNATE_MASTER_KEY: 'c2VjcmV0', ...urls } })
  expect(problems).toHaveLength(3)
  expect(problems.join(' ')).not.toMatch(/c2VjcmV0|hush/)
})

test.each([
  ['memory and data', 'dev', { memory: 'true', data: 'd' }, /--memory keeps nothing and --data/],
  ['memory and a database', 'dev', { memory: 'true', 'database-url': 'postgres://db/c' }, /--memory.*--database-url/],
  ['memory and workers', 'dev', { memory: 'true', workers: '2' }, /--memory lives in one process and --workers/],
  ['dev for other machines without a name', 'dev', { host: '0.0.0.0' }, /--host.*--public-url or --allowed-host/],
  ['TLS without files', 'dev', { tls: 'true' }, /--tls-cert FILE and --tls-key FILE.*openssl/],
  ['TLS with half its files', 'dev', { tls: 'true', 'tls-cert': 'c' }, /--tls needs a certificate/],
  ['a certificate without TLS', 'dev', { 'tls-cert': 'c' }, /only with --tls/],
  ['a private key without TLS', 'dev', { 'tls-key': 'c' }, /only with --tls/],
  ['functions around the data', 'dev', { functions: '.' }, /--functions holds the data directory/],
  ['functions in the data itself', 'dev', { functions: 'd', data: './d/' }, /--functions holds the data directory/],
  [
    'host names for serve',
    'serve',
    { 'allowed-host': 'a.test', 'public-url': 'https://a.test', 'master-key-file': 'k' },
    /--allowed-host is of use only to dev/,
  ],
  ['serve without a master key', 'serve', { 'public-url': 'https://a.test' }, /serve needs a master key/],
  ['serve without a public URL', 'serve', { 'master-key-file': 'k' }, /serve needs to know its own address/],
] as const)('%s', async (_, profile, flags, sentence) => {
  expect(await refused(profile, { flags })).toEqual([expect.stringMatching(sentence)])
})

test('two master keys', async () => {
  const asked = { flags: { 'master-key-file': 'k' }, environment: { COGNATE_MASTER_KEY: key } }
  expect(await refused('dev', asked)).toEqual([expect.stringMatching(/COGNATE_MASTER_KEY and --master-key-file both/)])
})

test('a value of the file is taken as it is written', async () => {
  const file = 'account: 000123456789\ntls: false\nport: 0\nallowed-host: [a.test, 1e3]\n'
  expect(await load('dev', { file })).toMatchObject({
    account: '000123456789',
    port: 0,
    allowedHosts: ['a.test', '1e3'],
  })
})

test('everything that is wrong is told at once, each where it was written', async () => {
  const file = 'colour: red\nworkers: 0\nport: {a: 1}\n'
  const environment = { COGNATE_FRUIT: 'apple', COGNATE_MEMORY: '1' }
  const problems = await refused('dev', { file, environment, flags: { data: 'd', issuer: 'x' } })
  expect(problems).toEqual([
    expect.stringContaining('COGNATE_FRUIT is not a setting'),
    expect.stringMatching(/colour in .*cognate\.yaml is not a setting/),
    expect.stringMatching(/port in .*cognate\.yaml must be one value/),
    expect.stringContaining('--issuer must be one of'),
    expect.stringMatching(/workers in .*cognate\.yaml must be a whole number/),
    expect.stringMatching(/COGNATE_MEMORY keeps nothing and --data/),
  ])
})

test('a value that is wrong is not also called missing', async () => {
  const flags = { 'public-url': 'nowhere', 'master-key-file': 'k' }
  expect(await refused('serve', { flags })).toEqual([expect.stringContaining('--public-url must be a URL')])
})

test.each([
  ['no YAML', 'a: [', /is not valid YAML/],
  ['a list', '- a', /must hold names and values/],
  ['a name twice', 'port: 1\nport: 2', /is not valid YAML/],
  ['null', 'port:', /must be one value/],
])('a file with %s', async (_, file, sentence) => {
  expect(await refused('dev', { file })).toEqual([expect.stringMatching(sentence)])
})

test('need neither master key nor public URL to be named', async () => {
  const places = placesOf({ flags: { data: 'd' } })
  expect(await loadStoreSettings(places)).toEqual({
    storage: { kind: 'sqlite', directory: join(places.directory, 'd') },
    masterKey: { kind: 'made', file: join(places.directory, 'd', 'master-key') },
    account: '000000000000',
  })
})

test('share the file with a server', async () => {
  const file = 'tls-cert: c\nhost: 0.0.0.0\ndatabase-url: postgres://db/c\n'
  expect((await loadStoreSettings(placesOf({ file }))).storage).toEqual({ kind: 'postgres', url: 'postgres://db/c' })
})

test('find nothing in memory', async () => {
  expect(await problemsOf(() => loadStoreSettings(placesOf({ file: 'memory: true' })))).toEqual([
    expect.stringMatching(/leaves no store/),
  ])
})

test('serve runs functions of the Lambda API only when it is told to, dev always', async () => {
  const serve = { 'public-url': 'https://id.example.com' }
  const withKey = { COGNATE_MASTER_KEY: key }
  expect(await load('serve', { flags: serve, environment: withKey })).toMatchObject({ uploadedFunctions: false })
  const environment = { ...withKey, COGNATE_ALLOW_UPLOADED_FUNCTIONS: 'true' }
  expect(await load('serve', { flags: serve, environment })).toMatchObject({ uploadedFunctions: true })
  expect(await load('dev', {})).toMatchObject({ uploadedFunctions: true })
})

test('quotas hold in serve and not in dev, unless it is said; a flag beats what the environment or the file says', async () => {
  const serve = { 'public-url': 'https://id.example.com' }
  const withKey = { COGNATE_MASTER_KEY: key }
  expect(await load('serve', { flags: serve, environment: withKey })).toMatchObject({ quotas: true })
  const off = { ...serve, 'no-quotas': 'true', quotas: 'false' }
  const on = { ...withKey, COGNATE_QUOTAS: 'true' }
  expect(await load('serve', { flags: off, environment: on })).toMatchObject({ quotas: false })
  expect(await load('serve', { flags: serve, environment: withKey, file: 'no-quotas: true' })).toMatchObject({
    quotas: false,
  })
  expect(await load('dev', { environment: { COGNATE_QUOTAS: 'true' } })).toMatchObject({ quotas: true })
  expect(await refused('dev', { file: 'quotas: true\nno-quotas: true' })).toEqual([
    expect.stringMatching(/contradict each other/),
  ])
})
