import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { functionDirectory } from '../testing/function-directory.ts'

let secretFile: string
let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'cognate-data-'))
  await chmod(data, 0o700)
  secretFile = join(data, 'master-key')
  await writeFile(secretFile, 'secret', { mode: 0o600 })
})
afterAll(() => rm(data, { recursive: true }))
afterEach(() => vi.unstubAllEnvs())

const isRoot = process.getuid?.() === 0
const parsed = (outcome: unknown): unknown => JSON.parse((outcome as { readonly payload: string }).payload)

test('a function in Node reads its own files, and neither the data directory nor what else lies on the machine', async () => {
  const text = `
    const { readFileSync, writeFileSync } = require('node:fs')
    const tried = (act) => { try { return String(act()) } catch (error) { return error.code } }
    exports.handler = async (file) => [
      tried(() => readFileSync(file)), tried(() => readFileSync('/etc/passwd')), tried(() => readFileSync('/proc/self/environ')),
      tried(() => writeFileSync(__filename, '')), tried(() => readFileSync(__dirname + '/own.txt')),
      tried(() => writeFileSync(process.env.TMPDIR + '/a', '')), tried(() => require('node:child_process').execSync('id')),
      tried(() => new (require('node:worker_threads').Worker)('1', { eval: true })), tried(() => process.binding('fs')),
    ]`
  await using scene = await functionDirectory({ 'f.js': text, 'own.txt': 'own' })
  const denied = 'ERR_ACCESS_DENIED'
  expect(parsed(await scene.invoke('f', secretFile))).toEqual([
    denied,
    denied,
    denied,
    denied,
    'own',
    'undefined',
    denied,
    denied,
    denied,
  ])
})

test('a function in Node signals no process, is no other user, and opens no database', async () => {
  const text = `
    const code = (error) => error.code ?? error.name
    const tried = (act) => { try { return String(act()) } catch (error) { return code(error) } }
    exports.handler = async () => [
      tried(() => process.kill(process.ppid, 0)), tried(() => process._kill(process.ppid, 0)),
      tried(() => process._debugProcess(process.ppid)), tried(() => process.setuid(0)), tried(() => process.setgroups([])),
      tried(() => require('node:os').setPriority(process.ppid, 0)), await import('node:process').then(({ kill }) => tried(() => kill(process.ppid, 0))),
      tried(() => process.getBuiltinModule('node:sqlite').DatabaseSync.name), tried(() => require('node:sqlite').DatabaseSync.name),
    ]`
  await using scene = await functionDirectory({ 'f.js': text })
  const denied = 'ERR_ACCESS_DENIED'
  expect(parsed(await scene.invoke('f'))).toEqual([
    denied,
    denied,
    denied,
    denied,
    denied,
    denied,
    denied,
    'TypeError',
    'ERR_UNKNOWN_BUILTIN_MODULE',
  ])
})

test.runIf(platform() === 'linux')(
  "nothing that a function's author writes is read before Node holds it to its bounds",
  async () => {
    const text =
      'exports.handler = async () => ({ pid: process.pid, told: process.env.LD_AUDIT, own: process.env.OWN })'
    await using scene = await functionDirectory({
      'f.js': text,
      '.env': 'LD_AUDIT=./a.so\nOPENSSL_CONF=./o.cnf\nOWN=1',
    })
    const { pid, ...seen } = parsed(await scene.invoke('f')) as { readonly pid: number }
    expect(seen).toEqual({ told: './a.so', own: '1' })
    const names = (await readFile(`/proc/${pid}/environ`, 'utf8')).split('\0').map((line) => line.split('=')[0])
    expect(names).toContain('TMPDIR')
    expect(names.filter((name) => /^(?:LD_|OPENSSL_|OWN)/.test(name ?? ''))).toEqual([])
  },
)

test('a function reads nothing of the folder beside its own', async () => {
  const text = "exports.handler = async () => require('../g/secret.json')"
  await using scene = await functionDirectory({ 'f/index.js': text, 'g/secret.json': '1' })
  expect(await scene.invoke('f')).toMatchObject({ kind: 'threw' })
})

test('nothing from elsewhere comes into a function while it is bundled', async () => {
  const importing = (file: string) =>
    `import text from '${file}' with { type: 'text' }\nexport const handler = async () => text`
  await using scene = await functionDirectory({
    'f.ts': importing(secretFile),
    'g/index.ts': importing('../own.txt'),
    'own.txt': 'own',
  })
  expect(await scene.invoke('f')).toMatchObject({ kind: 'threw', errorType: 'Runtime.InvalidEntrypoint' })
  expect(parsed(await scene.invoke('g'))).toBe('own')
})

test.runIf(isRoot)('other functions are another user where the server can make them so', async () => {
  const python =
    'import os\ndef handler(file, c):\n    return [os.getuid(), os.getgid(), os.getgroups(), os.access(file, os.R_OK)]'
  await using scene = await functionDirectory({ 'f.py': python })
  expect(parsed(await scene.invoke('f', secretFile))).toEqual([65_534, 65_534, [], false])
})

test.runIf(platform() === 'linux')('no program makes a function more than it is', async () => {
  const python =
    "def handler(e, c):\n    return [line.split()[1] for line in open('/proc/self/status') if line.startswith('NoNewPrivs')]"
  await using scene = await functionDirectory({ 'f.py': python })
  expect(parsed(await scene.invoke('f'))).toEqual(['1'])
})

test('the environment is what AWS promises, and what the function brings itself', async () => {
  vi.stubEnv('COGNATE_MASTER_KEY', 'secret')
  const node = 'exports.handler = async () => process.env'
  const python = 'import os\ndef handler(e, c):\n    return dict(os.environ)'
  await using scene = await functionDirectory({
    'n.js': node,
    'p.py': python,
    'own/index.js': node,
    '.env': 'USERS_TABLE=users\nNODE_OPTIONS=--allow-fs-read=/',
    'n.env': 'USERS_TABLE="mine"\nAWS_LAMBDA_FUNCTION_NAME=other',
    'own/.env': 'AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:8000\nAWS_ACCESS_KEY_ID=AKIA',
  })
  const [n, p, own] = await Promise.all(
    ['n', 'p', 'own'].map(async (name) => parsed(await scene.invoke(name)) as Record<string, string>),
  )
  expect(n).toMatchObject({
    AWS_REGION: 'us-east-1',
    AWS_LAMBDA_FUNCTION_NAME: 'n',
    _HANDLER: 'n.handler',
    LAMBDA_TASK_ROOT: scene.directory,
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9400',
    USERS_TABLE: 'mine',
    NODE_OPTIONS: '',
  })
  expect(p).toMatchObject({ _HANDLER: 'p.lambda_handler', USERS_TABLE: 'users' })
  expect(own).toMatchObject({ AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:8000', AWS_ACCESS_KEY_ID: 'AKIA' })
  for (const environment of [n, p, own]) {
    expect(Object.keys(environment ?? {}).filter((name) => /COGNATE|TOKEN/.test(name))).toEqual([])
  }
})
