import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { home, run } from './testing/command.ts'

test('help names the commands, and each command its flags with default and variable', async () => {
  using here = home()
  const [top, dev] = await Promise.all([run(here.directory, ['--help']), run(here.directory, ['dev', '--help'])])
  expect(top).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/dev .*serve .*keys .*master-key .*signing-keys .*migrate /s),
  })
  expect(dev.out).toMatch(/--database-url URL .*\(COGNATE_DATABASE_URL\)/s)
  expect(dev.out).toMatch(/--port NUMBER .*default 9400;\s+COGNATE_PORT.*Examples:/s)
  expect(dev.out).not.toMatch(/--master-key |preset|undefined/)
})

test('the version is that of the package', async () => {
  using here = home()
  expect(await run(here.directory, ['--version'])).toEqual({ code: 0, out: '0.1.0\n', err: '' })
})

test('everything that is wrong is told at once, and nothing starts', async () => {
  using here = home()
  const args = [
    'dev',
    '--memory',
    '--data',
    'd',
    '--frobnicate',
    '3',
    '--port',
    'abc',
    '--workers=2',
    '--host',
    '--tls',
    'extra',
  ]
  const { code, out, err } = await run(here.directory, args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^--frobnicate is not a flag of cognate dev: remove it/),
    expect.stringMatching(/^extra is not expected here/),
    expect.stringMatching(/^--host needs a value/),
    expect.stringMatching(/^--port must be a whole number from 0 to 65535, not "abc"\.$/),
    expect.stringMatching(/^--memory keeps nothing and --data/),
    expect.stringMatching(/^--memory lives in one process and --workers/),
    expect.stringMatching(/^--tls needs a certificate/),
  ])
})

test.each([
  ['an unknown command', ['develop'], /unknown command 'develop'/],
  ['no command', [], /Usage: cognate/],
  ['an unknown flag of the command itself', ['--port', '1'], /unknown option '--port'/],
  [
    'a flag of servers for a command of the store',
    ['migrate', '--port', '1'],
    /--port is not a flag of cognate migrate/,
  ],
  ['keys without a command', ['keys'], /Usage: cognate keys/],
  ['disable without a key', ['keys', 'disable'], /missing required argument/],
  ['rotate without a pool', ['signing-keys', 'rotate'], /missing required argument/],
])('%s is refused with exit code 2', async (_, args, said) => {
  using here = home()
  const { code, out, err } = await run(here.directory, args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(said)
})

test('environment and file are read where the command runs', async () => {
  using here = home()
  const { err } = await run(here.directory, ['serve'], { COGNATE_WORKERS: 'x', COGNATE_CONFIG: 'my.yaml' })
  expect(err).toMatch(/my\.yaml cannot be read.*COGNATE_WORKERS must be.*needs a master key/s)
})

test.each([
  ['--quotas', 'no-quotas: true'],
  ['--no-quotas', 'quotas: true'],
])('%s on the command line beats the opposite in the file', async (flag, file) => {
  using here = home()
  writeFileSync(join(here.directory, 'cognate.yaml'), file)
  const { err } = await run(here.directory, ['dev', flag, '--workers', 'x'])
  expect(err.trimEnd().split('\n')).toEqual([expect.stringMatching(/^--workers must be/)])
})
