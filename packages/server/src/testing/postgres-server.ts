import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres, type RunningPostgres } from './start-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A socket that answers whoever connects with the address of the run's PostgreSQL. */
    postgresDoor: string
  }
}

/** Gives a test run its PostgreSQL: started when the first test asks, ended with the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'cognate-tests-'))
  const door = join(home, 'door')
  let running: Promise<RunningPostgres> | undefined

  async function answer(socket: Socket): Promise<void> {
    try {
      running ??= startPostgres()
      const { url } = await running
      socket.end(JSON.stringify({ url }))
    } catch (error) {
      socket.end(JSON.stringify({ error: String(error) }))
    }
  }

  const server = createServer((socket) => void answer(socket))
  await once(server.listen(door), 'listening')
  project.provide('postgresDoor', door)

  return async () => {
    server.close()
    const postgres = await running?.catch(() => undefined)
    await postgres?.stop()
    await rm(home, { recursive: true, force: true })
  }
}
