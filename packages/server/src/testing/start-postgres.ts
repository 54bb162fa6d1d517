import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { postgresBinaries } from './postgres-binaries.ts'

const run = promisify(execFile)

export interface RunningPostgres {
  /** Address of its first database; it listens on a socket that only its user and root can reach. */
  readonly url: string
  stop(): Promise<void>
}

/** A PostgreSQL server of our own, in a new directory that goes with it. Settings are PostgreSQL's defaults: durable. */
export async function startPostgres(): Promise<RunningPostgres> {
  const home = await mkdtemp(join(tmpdir(), 'cognate-postgres-'))
  const user = unprivilegedUser()
  try {
    const binaries = await postgresBinaries(home)
    await chown(home, user.uid, user.gid)
    const server = await serverIn(home, binaries, user)
    return {
      url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(home)}`,
      async stop() {
        await ended(server)
        await rm(home, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(home, { recursive: true, force: true })
    throw error
  }
}

interface Owner {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): Owner {
  const { getuid, getgid } = process
  if (!getuid || !getgid) throw new Error('PostgreSQL for tests needs a POSIX system')
  if (getuid() !== 0) return { uid: getuid(), gid: getgid() }
  return idsOf('postgres') ?? idsOf('nobody') ?? { uid: 65_534, gid: 65_534 }
}

function idsOf(name: string): Owner | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

async function serverIn(home: string, binaries: string, user: Owner): Promise<ChildProcess> {
  const data = join(home, 'data')
  const options = { ...user, cwd: home, env: { LC_ALL: 'C' } }
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await run(join(binaries, 'initdb'), initdb, options)
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${home}`, '-c', 'max_connections=200']
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...settings], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await ready(server)
  return server
}

async function ready(server: ChildProcess): Promise<void> {
  const said: string[] = []
  if (!server.stderr) throw new Error('PostgreSQL was started without its standard error')
  for await (const line of createInterface({ input: server.stderr })) {
    said.push(line)
    if (line.includes('ready to accept connections')) {
      server.stderr.resume()
      return
    }
  }
  throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`)
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  // An immediate shutdown: nobody needs the data any more.
  server.kill('SIGQUIT')
  await once(server, 'exit')
}
