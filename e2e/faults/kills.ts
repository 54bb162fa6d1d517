import { randomInt } from 'node:crypto'
import { startServer } from '../server.ts'
import type { Home } from '../stores.ts'
import { auditStore } from './audit-store.ts'
import { newCrowd } from './crowd.ts'
import { judgeInbox } from './judge-inbox.ts'
import { judgePerson } from './judge-person.ts'
import { killAmidGroup, killStarting, killUnderLoad } from './kill.ts'
import type { Person } from './person.ts'
import { poolFor, sceneOf } from './scene.ts'
import type { Scene } from './scene.ts'

export interface KillReport {
  readonly kills: number
  readonly people: number
  /** Steps that were acknowledged, or found done. */
  readonly steps: number
  /** Steps that nobody got an answer to: those that had been done, and those that had not. */
  readonly unanswered: { readonly done: number; readonly undone: number }
  /** Whatever was acknowledged and not there, and whatever was cut in half. Should be empty. */
  readonly complaints: readonly string[]
}

const kinds = [
  { name: 'under load', kill: killUnderLoad, startsKilled: 0 },
  { name: 'amid a group of sign-ups', kill: killAmidGroup, startsKilled: 0 },
  { name: 'under load, and again while starting', kill: killUnderLoad, startsKilled: 1 },
]

/** Starts a server on the home, kills it so many times at random moments, and compares each time it is back. */
export async function kills(home: Home, count: number, progress: (line: string) => void): Promise<KillReport> {
  const crowd = newCrowd()
  const complaints: string[] = []
  const unanswered = { done: 0, undone: 0 }
  let server = await startServer(home)
  const pool = await poolFor(server)
  for (const { name, kill, startsKilled } of rounds(count)) {
    complaints.push(...(await kill(sceneOf(server, pool), crowd)))
    for (let at = 0; at < startsKilled; at++) await killStarting(home, randomInt(50, 700))
    server = await startServer(home)
    const touched = crowd.touched()
    complaints.push(...(await compared(touched, unanswered, sceneOf(server, pool))), ...(await auditStore(home)))
    progress(`killed ${name}; ${touched.length} people compared, ${complaints.length} complaints so far`)
  }
  // Nobody must be missed by a later round either.
  for (const person of crowd.people) complaints.push(...(await judgePerson(person, sceneOf(server, pool))))
  await server.stop()
  const steps = crowd.people.reduce((sum, { done }) => sum + done, 0)
  return { kills: count, people: crowd.people.length, steps, unanswered, complaints }
}

function rounds(count: number) {
  return Array.from({ length: count }, (_, at) => kinds.slice(at % kinds.length).slice(0, 1)).flat()
}

async function compared(
  people: readonly Person[],
  unanswered: { done: number; undone: number },
  scene: Scene,
): Promise<readonly string[]> {
  const complaints: string[] = []
  for (const person of people) {
    const { done, asked } = person
    complaints.push(...(await judgePerson(person, scene)), ...(await judgeInbox(person, scene)))
    if (asked) unanswered[person.done > done ? 'done' : 'undone'] += 1
  }
  return complaints
}
