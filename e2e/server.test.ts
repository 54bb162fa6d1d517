import { expect, test } from 'vitest'
import { startServer } from './server.ts'
import { stores } from './stores.ts'

test.each(stores)('a server that cannot start fails with all it said, on $store', async ({ open }) => {
  await using home = await open()
  await expect(startServer(home, ['--workers', 'none'])).rejects.toThrow(
    /ended with 2 before it was ready:[^]*--workers/,
  )
})
