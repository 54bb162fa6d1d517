import { totpStep } from '../../crypto/totp.ts'
import { invalid, softwareTokenMissing, softwareTokenNotEnabled } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { requireBySub } from '../find-user.ts'
import type { Admission } from '../tokens/issue-tokens.ts'
import type { World } from '../world.ts'
import { requireSoftwareTokens, setUpSituation } from './set-up-situation.ts'
import { softwareTokenSecret } from './software-token-secret.ts'
import { useCodeOnce } from './use-code-once.ts'

export interface FirstCode {
  readonly code: string
  readonly friendlyName: string | undefined
}

/** The first code proves that the key arrived: the authenticator is the user's, and asked for once they turn it on. */
export async function verifySoftwareToken(
  { pool, user: { sub } }: Pick<Admission, 'pool' | 'user'>,
  { code, friendlyName }: FirstCode,
  world: World,
): Promise<void> {
  requireSoftwareTokens(pool)
  const named = nameOf(friendlyName)
  await settled(async () => {
    const before = await requireBySub(pool, sub, world)
    const { associatedSecret, ...credentials } = before.credentials
    if (associatedSecret === undefined) throw softwareTokenMissing()
    const secret = softwareTokenSecret(associatedSecret, before, world)
    const step = firstStep(secret, code, world)
    const softwareToken = { secret: associatedSecret, ...named }
    const after: User = { ...before, credentials: { ...credentials, softwareToken }, modifiedAt: world.clock.now() }
    const used = useCodeOnce({ poolId: pool.id, secret, step }, world, softwareTokenNotEnabled)
    await world.store.decide([...world.store.users.save(after, before), used])
  })
}

/** The same within a sign-in: gives the session that answers MFA_SETUP. */
export async function verifyInSession(
  session: string,
  { code, friendlyName }: FirstCode,
  world: World,
): Promise<string> {
  const named = nameOf(friendlyName)
  const { attempt, pool } = await setUpSituation(session, world)
  const { secret } = attempt.memory
  if (secret === undefined) throw softwareTokenMissing()
  const step = firstStep(secret, code, world)
  const verified = { ...attempt, memory: { secret, verified: 'yes', ...named } }
  // With the longest names of everything else, the session has no room for the longest of an authenticator.
  if (!world.carried.session.fits(verified)) throw nameTooLong()
  await world.store.decide([useCodeOnce({ poolId: pool.id, secret, step }, world, softwareTokenNotEnabled)])
  return world.carried.session.seal(verified)
}

function firstStep(secret: string, code: string, { clientClock }: Pick<World, 'clientClock'>): number {
  const step = totpStep(secret, code, clientClock.now())
  if (step === undefined) throw softwareTokenNotEnabled()
  return step
}

/** Bounded as written in a session, which has to carry it. */
function nameOf(friendlyName: string | undefined): { readonly friendlyName?: string } {
  if (!friendlyName) return {}
  if (Buffer.byteLength(JSON.stringify(friendlyName)) > 130) throw nameTooLong()
  return { friendlyName }
}

const nameTooLong = () => invalid('FriendlyDeviceName must have length less than or equal to 128')
