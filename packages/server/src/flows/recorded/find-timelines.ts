import { noJournal } from '../../recorder/journal.ts'
import { personDigest } from '../../recorder/person-digest.ts'
import { readTimelines } from '../../recorder/read-timelines.ts'
import type { Timeline } from '../../recorder/timeline.ts'
import { findUser } from '../find-user.ts'
import type { World } from '../world.ts'

export interface WantedTimelines {
  /** Those of every account where nobody's alone are wanted. */
  readonly account: string | undefined
  /** A sub, a username, an alias, or a name that led to nobody. */
  readonly user?: string | undefined
  readonly clientId?: string | undefined
  readonly since?: number | undefined
  readonly limit: number
}

type Finding = Pick<World, 'store' | 'sealer' | 'log'>

/** Pools in which somebody is looked for by a name. */
const mostPools = 100

/** Timelines as an operator wants them, the newest first. */
export async function findTimelines(
  { user, ...wanted }: WantedTimelines,
  world: Finding,
): Promise<readonly Timeline[]> {
  if (user === undefined) return readTimelines(wanted, world)
  return readTimelines({ ...wanted, who: await digestsOf(user, wanted, world) }, world)
}

/** What the name leads to in the pools that have records, and the name itself. */
async function digestsOf(
  name: string,
  { account }: Pick<WantedTimelines, 'account'>,
  { store, sealer }: Finding,
): Promise<readonly string[]> {
  const ids = await store.flowRecords.pools(mostPools)
  const pools = (await Promise.all(ids.map((id) => store.pools.find(id)))).flatMap((pool) => pool ?? [])
  const theirs = pools.filter((pool) => account === undefined || pool.account === account)
  const users = await Promise.all(theirs.map((pool) => findUser(pool, name, { store, journal: noJournal })))
  const subs = users.flatMap((user) => user?.sub ?? [])
  return [...new Set([name, ...subs])].map((each) => personDigest(each, sealer))
}
