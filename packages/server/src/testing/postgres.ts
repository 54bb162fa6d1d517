import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { inject } from 'vitest'
import { systemRandom } from '../ambient/random.ts'

export interface TestDatabase extends AsyncDisposable {
  readonly url: string
}

/** An empty database of the test's own, in COGNATE_TEST_DATABASE_URL's server or else in the one of the test run. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env['COGNATE_TEST_DATABASE_URL'] ?? (await addressFrom(inject('postgresDoor')))
  const name = `cognate_${systemRandom.uuid().replaceAll('-', '')}`
  await ask(server, `create database ${name} encoding 'UTF8' template template0`)
  const url = new URL(server)
  url.pathname = name
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => ask(server, `drop database ${name} with (force)`),
  }
}

async function addressFrom(door: string): Promise<string> {
  const { url, error } = JSON.parse(await text(connect(door))) as { readonly url?: string; readonly error?: string }
  if (!url) throw new Error(error ?? 'the test run has no PostgreSQL')
  return url
}

async function ask(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql)
  await client.end()
}
