import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { postgresBinaries } from '../packages/server/src/testing/postgres-binaries.ts'

export interface MeasuredPostgres {
  /** The address of a database in it, which is made if need be. */
  databaseUrl(name: string): Promise<string>
  stop(): Promise<void>
}

/** A PostgreSQL whose data stay in `home` for the next run; with PostgreSQL's own settings, but for room in memory. */
export async function startMeasuredPostgres(home: string): Promise<MeasuredPostgres> {
  mkdirSync(home, { recursive: true })
  const owner = process.getuid?.() === 0 ? idsOf('postgres') : undefined
  if (owner) chownSync(home, owner.uid, owner.gid)
  const binaries = await postgresBinaries(home)
  const [data, options] = [join(home, 'data'), { ...owner, cwd: home, env: { LC_ALL: 'C' } }]
  if (!existsSync(join(data, 'PG_VERSION'))) {
    const how = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C']
    execFileSync(join(binaries, 'initdb'), how, { ...options, stdio: 'ignore' })
  }
  const settings = ['listen_addresses=', `unix_socket_directories=${home}`, 'shared_buffers=512MB', 'max_wal_size=4GB']
  const child = spawn(join(binaries, 'postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const stopAtOnce = () => child.kill('SIGINT')
  process.once('exit', stopAtOnce)
  await ready(child.stderr)
  const urlOf = (name: string) => `postgres://postgres@localhost/${name}?host=${encodeURIComponent(home)}`
  return {
    async databaseUrl(name) {
      await makeDatabase(urlOf('postgres'), name)
      return urlOf(name)
    },
    async stop() {
      process.off('exit', stopAtOnce)
      const ended = once(child, 'exit')
      child.kill('SIGINT')
      await ended
    },
  }
}

/** PostgreSQL refuses to run as root. */
function idsOf(name: string) {
  const id = (flag: string) => Number(execFileSync('id', [flag, name]))
  return { uid: id('-u'), gid: id('-g') }
}

async function ready(stderr: NodeJS.ReadableStream): Promise<void> {
  const said: string[] = []
  for await (const line of createInterface({ input: stderr })) {
    said.push(line)
    if (line.includes('ready to accept connections')) {
      stderr.resume()
      return
    }
  }
  throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`)
}

async function makeDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (!rowCount) await client.query(`create database ${name} encoding 'UTF8' template template0`)
  await client.end()
}
