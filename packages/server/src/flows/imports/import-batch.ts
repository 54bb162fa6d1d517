import type { ImportJob } from '../../domain/import-job.ts'
import type { ImportFormat } from '../../domain/import-row.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Statement } from '../../store/statement.ts'
import { claimAliases } from '../attributes/claim-aliases.ts'
import type { NewUser } from '../sign-up/new-user.ts'
import type { World } from '../world.ts'
import { importedUser } from './imported-user.ts'
import type { ImportLine } from './import-lines.ts'

/** A line that became no user. */
interface Left {
  readonly line: number
  readonly outcome: 'SKIPPED' | 'FAILED'
  readonly reason: string
}

type Candidate = NewUser & { readonly line: number }

class LeftOut extends Error {
  readonly left: Left

  constructor(left: Left) {
    super(left.reason)
    this.left = left
  }
}

const exists = (line: number): Left => ({ line, outcome: 'SKIPPED', reason: 'The user already exists.' })

/**
 * Imports some lines that follow each other, and says in the same decision that they are done: a node that goes on after
 * another one has died imports each line once. Throws Conflict when somebody else changed the job.
 */
export async function importBatch(
  {
    job,
    format,
    lines,
  }: { readonly job: ImportJob; readonly format: ImportFormat; readonly lines: readonly ImportLine[] },
  world: World,
): Promise<ImportJob> {
  const read = await Promise.all(lines.map((line) => candidateOf(line, format, world)))
  const left = read.filter((each) => 'outcome' in each)
  let candidates = read.filter((each) => 'user' in each)
  for (;;) {
    const after = progressed(job, { last: lines.at(-1)?.number ?? job.work.lines, imported: candidates.length, left })
    try {
      await world.store.decide([...(await additions(candidates, format, world)), world.store.imports.save(after)])
      report(job, left, world)
      return { ...after, version: job.version + 1 }
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error
      left.push(error.left)
      candidates = candidates.filter(({ line }) => line !== error.left.line)
    }
  }
}

async function candidateOf({ number: line, text }: ImportLine, format: ImportFormat, world: World) {
  try {
    const made = importedUser(text, format, world)
    const { kind, name } = made.login
    const holder = await world.store.users.findByName(format.pool.id, name, [kind])
    return holder ? exists(line) : { ...made, line }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const left: Left = { line, outcome: 'FAILED', reason: error.message.trim() }
    return left
  }
}

async function additions(
  candidates: readonly Candidate[],
  { pool }: ImportFormat,
  world: World,
): Promise<readonly Statement[]> {
  const perUser = candidates.map(async ({ user, login, aliases, line }) => {
    const aliasTaken = () => new LeftOut({ line, outcome: 'FAILED', reason: 'Another user has the same alias.' })
    return [
      ...world.store.users.add(user, [login], () => new LeftOut(exists(line))),
      ...(await claimAliases({ pool, user, aliases, force: false, taken: aliasTaken }, world)),
    ]
  })
  return (await Promise.all(perUser)).flat()
}

function progressed(
  job: ImportJob,
  { last, imported, left }: { readonly last: number; readonly imported: number; readonly left: readonly Left[] },
): ImportJob {
  const skipped = left.filter(({ outcome }) => outcome === 'SKIPPED').length
  const { work } = job
  return {
    ...job,
    work: {
      ...work,
      lines: last,
      imported: work.imported + imported,
      skipped: work.skipped + skipped,
      failed: work.failed + left.length - skipped,
    },
  }
}

/** What AWS writes to CloudWatch Logs; the lines that were imported are only counted. */
function report({ poolId, id }: ImportJob, left: readonly Left[], { log }: World): void {
  for (const { line, outcome, reason } of left.toSorted((a, b) => a.line - b.line))
    log.warn('user not imported', { pool: poolId, job: id, line, outcome, reason })
}
