import type { AppClient, Pool } from '../../domain/pool.ts'
import { sessionInvalid } from '../../domain/refusals.ts'
import type { Code } from '../../domain/session.ts'
import type { User } from '../../domain/user.ts'
import { allowsFlow } from '../sign-in/allows-flow.ts'
import { sessionEnd } from '../sign-in/session-end.ts'
import type { World } from '../world.ts'

/**
 * What the client carries from a sign-up to its confirmation, and from there to a sign-in that asks for nothing more.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export interface SignUpSession {
  /** Becomes the id of the sign-in, which can be once. */
  readonly id: string
  readonly poolId: string
  readonly clientId: string
  readonly sub: string
  readonly expiresAt: number
  readonly confirmed?: {
    /** The attribute that the code went to which confirmed it. */
    readonly by: string
    /** A digest of what it was then: whose address that is has proved nothing of another. */
    readonly address: string
    /** The password that the user had then, by its salt. */
    readonly password: string
  }
}

interface Place {
  readonly pool: Pool
  readonly client: AppClient
}

/** The code that confirmed a sign-up. */
type Sent = Pick<Code, 'attribute' | 'value'>

/** Undefined where the client could not sign anybody in with it. */
export function sealSignUpSession(
  user: User,
  { pool, client, code }: Place & { readonly code?: Sent },
  world: Pick<World, 'carried' | 'clock' | 'random' | 'sealer'>,
): string | undefined {
  if (!allowsFlow(client, ['ALLOW_USER_AUTH'])) return undefined
  const { carried, clock, random } = world
  const password = user.credentials.password?.salt ?? ''
  return carried.signUp.seal({
    id: random.uuid(),
    poolId: pool.id,
    clientId: client.id,
    sub: user.sub,
    expiresAt: sessionEnd(client, clock.now()),
    ...(code && { confirmed: { by: code.attribute, address: addressDigest(pool, code.value, world), password } }),
  })
}

/** Whether the address that confirmed a sign-up is the user's still. */
export function hasConfirmedAddress(
  { pool, user }: Pick<Place, 'pool'> & { readonly user: User },
  { by, address }: Pick<NonNullable<SignUpSession['confirmed']>, 'by' | 'address'>,
  world: Pick<World, 'sealer'>,
): boolean {
  return world.sealer.equalDigests(addressDigest(pool, user.attributes[by] ?? '', world), address)
}

function addressDigest({ id }: Pool, value: string, { sealer }: Pick<World, 'sealer'>): string {
  return sealer.digest(value, `confirmed address:${id}`)
}

/** The same again, if it was made for this client. Whether it is still in time is for its reader to say. */
export function openSignUpSession(
  session: string,
  { pool, client }: Place,
  { carried }: Pick<World, 'carried'>,
): SignUpSession {
  const opened = carried.signUp.open(session)
  if (!opened || opened.poolId !== pool.id || opened.clientId !== client.id) throw sessionInvalid()
  return opened
}
