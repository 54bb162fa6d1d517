// npm run faults [-- KILLS]: the long form of the kill tests, on both stores; 50 kills a store unless told otherwise.
import { randomInt } from 'node:crypto'
import { startPostgres } from '../../packages/server/src/testing/start-postgres.ts'
import { stores } from '../stores.ts'
import type { Home } from '../stores.ts'
import { auditStore } from './audit-store.ts'
import { killStarting } from './kill.ts'
import { kills } from './kills.ts'

const count = Number(process.argv[2] ?? 50)
if (!Number.isInteger(count) || count < 1 || count > 1000) {
  process.stderr.write('How many kills a store? A whole number from 1 to 1000.\n')
  process.exit(2)
}

const ownServer = process.env['COGNATE_TEST_DATABASE_URL'] === undefined ? await startPostgres() : undefined
if (ownServer) process.env['COGNATE_TEST_DATABASE_URL'] = ownServer.url
try {
  let complaints = 0
  for (const { store, open } of stores) {
    await using home = await open()
    await firstStartsKilled(store, home)
    complaints += await processesKilled(store, home)
  }
  process.exitCode = complaints === 0 ? 0 : 1
} finally {
  await ownServer?.stop()
}

/** Kills on an empty store, while keys are made and tables too. */
async function firstStartsKilled(store: string, home: Home): Promise<void> {
  const times = Math.ceil(count / 5)
  for (let at = 0; at < times; at++) await killStarting(home, randomInt(50, 900))
  say(`${store}: ${times} first starts killed`)
}

async function processesKilled(store: string, home: Home): Promise<number> {
  const startedAt = performance.now()
  let killed = 0
  const report = await kills(home, count, (line) => say(`${store}: ${++killed} of ${count}: ${line}`))
  const complaints = [...report.complaints, ...(await auditStore(home))]
  const { people, steps, unanswered } = report
  say(
    `${store}: ${count} kills in ${((performance.now() - startedAt) / 1000).toFixed(0)} s; ${people} people, ` +
      `${steps} steps acknowledged or found done; of those without an answer ${unanswered.done} had been done and ` +
      `${unanswered.undone} had not; ${complaints.length} complaints`,
  )
  for (const complaint of complaints) say(`  ${complaint}`)
  return complaints.length
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
