import { readTimelines } from '../../recorder/read-timelines.ts'
import type { RecordedCall, Timeline } from '../../recorder/timeline.ts'
import type { World } from '../world.ts'

export interface WantedTimelines {
  /** Those of every account where nobody's alone are wanted. */
  readonly account: string | undefined
  /** A sub, a username, or the name that was used, were it nobody's. */
  readonly user?: string | undefined
  readonly clientId?: string | undefined
  readonly since?: number | undefined
  readonly limit: number
}

type Finding = Pick<World, 'store' | 'sealer' | 'log'>

/** Timelines as an operator wants them, the newest first. */
export async function findTimelines(wanted: WantedTimelines, world: Finding): Promise<readonly Timeline[]> {
  const { account, user, clientId, since = 0, limit } = wanted
  const isOfUser = user === undefined ? () => true : likeUser(user)
  const like = (call: RecordedCall) => (clientId === undefined || call.clientId === clientId) && isOfUser(call)
  return readTimelines({ account, like, since, limit }, world)
}

/** Letter case does not matter: who looks for somebody may not know how they typed their name. */
function likeUser(user: string): (call: RecordedCall) => boolean {
  const name = user.toLowerCase()
  return ({ sub, userName, calledAs }) => [sub, userName, calledAs].some((each) => each?.toLowerCase() === name)
}
