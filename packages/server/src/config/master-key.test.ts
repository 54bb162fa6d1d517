import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { systemRandom } from '../ambient/random.ts'
import { loadMasterKey, MasterKeyUnusable } from './master-key.ts'

const root = mkdtempSync(join(tmpdir(), 'cognate-key-'))
afterAll(() => rmSync(root, { recursive: true }))

const fresh = () => join(mkdtempSync(join(root, 'case-')), 'data', 'master-key')
const load = (kind: 'made' | 'file', file: string) => loadMasterKey({ kind, file }, systemRandom)

function written(text: string, mode = 0o600): string {
  const file = join(mkdtempSync(join(root, 'case-')), 'key')
  writeFileSync(file, text)
  chmodSync(file, mode)
  return file
}

test('the first start makes a key that only its owner can read, and leaves nothing else', async () => {
  const file = fresh()
  const key = await load('made', file)
  expect(key).toHaveLength(32)
  expect(readFileSync(file, 'utf8')).toBe(`${key.toString('base64')}\n`)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700)
  expect(readdirSync(join(file, '..'))).toEqual(['master-key'])
})

test('the next start finds the same key', async () => {
  const file = fresh()
  expect(await load('made', file)).toEqual(await load('made', file))
})

test('many that start at once agree on one key', async () => {
  const file = fresh()
  const keys = await Promise.all(Array.from({ length: 20 }, () => load('made', file)))
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1)
  expect(readdirSync(join(file, '..'))).toEqual(['master-key'])
})

test('a key that was named and is not there is not made', async () => {
  await expect(load('file', fresh())).rejects.toThrow(/There is no master key file .*openssl rand/)
})

test.each([0o604, 0o644, 0o660, 0o602])('a key file of mode %o is open to others', async (mode) => {
  const file = written(Buffer.alloc(32).toString('base64'), mode)
  await expect(load('file', file)).rejects.toThrow(/chmod 600/)
})

test('the group may read a key file, as Kubernetes mounts it', async () => {
  const file = written(Buffer.alloc(32, 1).toString('base64'), 0o440)
  expect(await load('file', file)).toEqual(Buffer.alloc(32, 1))
})

test.each([
  ['empty', '\n'],
  ['too short', Buffer.alloc(31, 1).toString('base64')],
  ['too long', Buffer.alloc(33, 1).toString('base64')],
  ['raw bytes', '\u0001'.repeat(32)],
  ['hex', 'ab'.repeat(32)],
])('a key file that is %s is refused without being shown', async (_, text) => {
  const failure = await load('file', written(text)).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(MasterKeyUnusable)
  expect(String(failure)).toMatch(/32 bytes in base64/)
  expect(String(failure)).not.toContain(text)
})

test('a store that passes gets a key that passes', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => loadMasterKey({ kind: 'passing' }, systemRandom)))
  expect(one).not.toEqual(other)
})
