import type { Place } from '../domain/pool.ts'
import { checkRates } from '../flows/quotas/check-rates.ts'
import type { Rates } from '../flows/quotas/rates.ts'
import type { World } from '../flows/world.ts'
import type { Callers } from './callers.ts'
import type { Served } from './services.ts'

type Caller = Callers[keyof Callers]

/** The members of an input, of whatever operation, that say whom it is about. */
interface About {
  readonly UserPoolId?: string
  readonly ResourceArn?: string
  readonly ClientId?: string
  readonly Username?: string
  readonly Session?: string
  readonly ChallengeName?: string
  readonly AuthParameters?: Readonly<Record<string, string>>
  readonly ChallengeResponses?: Readonly<Record<string, string>>
}

/** Refuses a call where its account, its pool or its user has made as many of its kind in this second as they may. */
export async function admit(
  { contract, rate }: Pick<Served, 'contract' | 'rate'>,
  call: { readonly input: unknown; readonly caller: Caller },
  world: World,
): Promise<void> {
  const { rates } = world
  if (!rates || !rate) return
  const about = call.input as About
  const place = await placeOf(call.caller, about, { ...world, rates })
  // What leads to no pool is refused by the operation itself.
  if (!place) return
  const { UserPoolId, ResourceArn, ChallengeName: challenge } = about
  const [user, pool] = [userOf(call.caller, about), UserPoolId ?? ResourceArn]
  await checkRates({ operation: contract.name, rate, user, pool, challenge }, place, rates)
}

async function placeOf(
  caller: Caller,
  { UserPoolId, ClientId, Session }: About,
  { rates, store, carried }: Pick<World, 'store' | 'carried'> & { readonly rates: Rates },
): Promise<Place | undefined> {
  if (caller.kind === 'operator') return caller
  if (caller.kind === 'user') return caller.pool
  const clientId = ClientId ?? (Session === undefined ? undefined : carried.session.open(Session)?.clientId)
  if (clientId !== undefined) return rates.placeOfClient(clientId)
  return UserPoolId === undefined ? undefined : store.pools.find(UserPoolId)
}

/** Longer than any name that leads to a user: what strangers send must not be kept as long as they like. */
const longestName = 2048

/** By what they are called where they have not shown who they are; names that differ in case may be one user's. */
function userOf(caller: Caller, { UserPoolId, ClientId, ...about }: About): string | undefined {
  if (caller.kind === 'user') return caller.user.sub
  const name = about.Username ?? about.AuthParameters?.['USERNAME'] ?? about.ChallengeResponses?.['USERNAME']
  return name === undefined ? undefined : `${UserPoolId ?? ClientId} ${name.slice(0, longestName).toLowerCase()}`
}
