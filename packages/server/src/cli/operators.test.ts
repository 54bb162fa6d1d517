import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { home, run, start } from './testing/command.ts'

const parsed = (text: string): unknown => JSON.parse(text)

test('a key is made, listed in its account without its secret, and disabled', async () => {
  using here = home()
  const made = await run(here.directory, ['keys', 'create', '--account', '123456789012'])
  expect(made).toMatchObject({ code: 0, err: '' })
  const key = parsed(made.out) as { readonly AccessKeyId: string }
  expect(key).toEqual({
    AccessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/),
    SecretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/),
    Account: '123456789012',
  })
  const disabled = await run(here.directory, ['keys', 'disable', key.AccessKeyId])
  expect(parsed(disabled.out)).toEqual({ AccessKeyId: key.AccessKeyId, Status: 'Inactive' })
  const [own, other] = await Promise.all([
    run(here.directory, ['keys', 'list', '--account', '123456789012']),
    run(here.directory, ['keys', 'list']),
  ])
  const listed = { AccessKeyId: key.AccessKeyId, Account: '123456789012', Status: 'Inactive' }
  expect(parsed(own.out)).toEqual([{ ...listed, CreateDate: expect.stringMatching(/^\d{4}-.*Z$/) }])
  expect(parsed(other.out)).toEqual([])
})

test('a key that is not there cannot be disabled', async () => {
  using here = home()
  const { code, out, err } = await run(here.directory, ['keys', 'disable', 'AKIA'])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^There is no access key of this id: .*\n$/)
})

test('migrate makes an empty store ready, and says so again', async () => {
  using here = home()
  const upToDate = { code: 0, out: 'The store is up to date.\n', err: '' }
  expect(await run(here.directory, ['migrate'])).toEqual(upToDate)
  expect(await run(here.directory, ['migrate'])).toEqual(upToDate)
})

test('a rotated master key opens the store, the old one no longer does', async () => {
  using here = home()
  const file = join(here.directory, '.cognate', 'master-key')
  await run(here.directory, ['keys', 'create'])
  const old = readFileSync(file, 'utf8')
  expect(await run(here.directory, ['master-key', 'rotate'])).toMatchObject({ code: 0, err: '' })
  expect(readFileSync(file, 'utf8')).not.toBe(old)
  expect(readdirSync(join(file, '..')).filter((name) => name.startsWith('master-key'))).toEqual(['master-key'])
  expect((await run(here.directory, ['keys', 'create'])).code).toBe(0)
  writeFileSync(file, old)
  expect((await run(here.directory, ['keys', 'create'])).err).toMatch(/^The master key is not the one/)
})

test('a rotation that ended before its last step is finished by the next command', async () => {
  using here = home()
  const file = join(here.directory, '.cognate', 'master-key')
  await run(here.directory, ['keys', 'create'])
  const old = readFileSync(file, 'utf8')
  await run(here.directory, ['master-key', 'rotate'])
  renameSync(file, `${file}.next`)
  writeFileSync(file, old, { mode: 0o600 })
  expect((await run(here.directory, ['keys', 'create'])).code).toBe(0)
  expect(readFileSync(file, 'utf8')).not.toBe(old)
  expect(readdirSync(join(file, '..'))).not.toContain('master-key.next')
})

test('a server, too, finishes a rotation that ended before its last step', async () => {
  using here = home()
  const file = join(here.directory, '.cognate', 'master-key')
  await run(here.directory, ['keys', 'create'])
  const old = readFileSync(file, 'utf8')
  await run(here.directory, ['master-key', 'rotate'])
  renameSync(file, `${file}.next`)
  writeFileSync(file, old, { mode: 0o600 })
  await using server = start(here.directory, ['dev', '--port', '0', '--no-demo'])
  await server.ready()
  expect(readFileSync(file, 'utf8')).not.toBe(old)
})

test('a rotation that ended before its commit leaves the old key in force, and can be repeated', async () => {
  using here = home()
  const file = join(here.directory, '.cognate', 'master-key')
  await run(here.directory, ['keys', 'create'])
  writeFileSync(`${file}.next`, `${Buffer.alloc(32, 9).toString('base64')}\n`, { mode: 0o600 })
  expect((await run(here.directory, ['keys', 'create'])).code).toBe(0)
  expect((await run(here.directory, ['master-key', 'rotate'])).code).toBe(0)
  expect((await run(here.directory, ['keys', 'create'])).code).toBe(0)
  expect(readdirSync(join(file, '..'))).not.toContain('master-key.next')
})

test('a master key of the environment is not rotated, but how to do it is said', async () => {
  using here = home()
  const environment = { COGNATE_MASTER_KEY: Buffer.alloc(32, 1).toString('base64') }
  const { code, err } = await run(here.directory, ['master-key', 'rotate'], environment)
  expect(code).toBe(1)
  expect(err).toMatch(/COGNATE_MASTER_KEY, which this command cannot change: .*--master-key-file FILE/)
})

test('what is done to keys is in force on a running server within a second', async () => {
  using here = home()
  await using server = start(here.directory, ['dev', '--port', '0', '--no-demo'])
  const address = await server.ready()
  const made = await run(here.directory, ['keys', 'create'])
  const { AccessKeyId: id, SecretAccessKey: secret } = parsed(made.out) as Record<string, string>
  const metrics = async () => {
    const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
    return (await fetch(`${address}/_cognate/metrics`, { headers: { authorization } })).status
  }
  expect(await metrics()).toBe(200)
})
