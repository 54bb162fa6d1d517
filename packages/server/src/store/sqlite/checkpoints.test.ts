import { existsSync, statSync } from 'node:fs'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aMessage } from '../../testing/store-fixtures.ts'
import { openSqliteStore } from '../open-sqlite-store.ts'

const megabyte = 2 ** 20

test('under load the log stays bounded, and it is gone after the end', { timeout: 60_000 }, async () => {
  await using directory = await mkdtempDisposable(join(tmpdir(), 'cognate-checkpoints-'))
  const file = join(directory.path, 'store.db')
  const store = await openSqliteStore({ file })
  const sealedPayload = 'x'.repeat(megabyte / 4)
  let largest = 0
  for (let round = 0; round < 50; round++) {
    await Promise.all(Array.from({ length: 16 }, () => store.decide([store.outbox.put(aMessage({ sealedPayload }))])))
    largest = Math.max(largest, statSync(`${file}-wal`).size)
  }
  expect(statSync(file).size).toBeGreaterThan(100 * megabyte)
  expect(largest).toBeLessThan(100 * megabyte)
  await store[Symbol.asyncDispose]()
  expect(existsSync(`${file}-wal`)).toBe(false)
})
