import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { sqliteCompiler } from './compiler.ts'
import { migrate } from './migrations/migrate.ts'
import { migratingKysely } from './sqlite/migrating.ts'
import { watchingIn } from './watched-events.ts'

test('whoever got in from an address is not walked over to count who failed there', async () => {
  const connection = new DatabaseSync(':memory:')
  await migrate(migratingKysely(connection))
  const plans: string[] = []
  const rows = (query: { readonly sql: string; readonly parameters: readonly unknown[] }) => {
    const plan = connection.prepare(`explain query plan ${query.sql}`)
    plans.push(...plan.all(...(query.parameters as string[])).map(({ detail }) => String(detail)))
    return Promise.resolve([])
  }
  await watchingIn({ compiler: sqliteCompiler, rows } as never).failingAt({ poolId: 'p', addressDigest: 'a' }, 0, 30)
  expect(plans[0]).toMatch(/USING COVERING INDEX auth_events_failed/)
  connection.close()
})
