import { newTotpSecret } from '../../crypto/totp.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { requireBySub } from '../find-user.ts'
import type { Admission } from '../tokens/issue-tokens.ts'
import type { World } from '../world.ts'
import { requireSoftwareTokens, setUpSituation } from './set-up-situation.ts'
import { sealSoftwareToken } from './software-token-secret.ts'

/** Gives out a key that counts once a code of it was verified; an authenticator that was verified before stays until then. */
export async function associateSoftwareToken(
  { pool, user: { sub } }: Pick<Admission, 'pool' | 'user'>,
  world: World,
): Promise<string> {
  requireSoftwareTokens(pool)
  const secret = newTotpSecret(world.random)
  await settled(async () => {
    const before = await requireBySub(pool, sub, world)
    const associatedSecret = sealSoftwareToken(secret, before, world)
    const after: User = { ...before, credentials: { ...before.credentials, associatedSecret } }
    await world.store.decide(world.store.users.save(after, before))
  })
  return secret
}

/** The same within a sign-in, whose session carries the key: nothing is kept before the sign-in ends. */
export async function associateInSession(
  session: string,
  world: World,
): Promise<{ readonly secret: string; readonly session: string }> {
  const { attempt } = await setUpSituation(session, world)
  const secret = newTotpSecret(world.random)
  return { secret, session: world.carried.session.seal({ ...attempt, memory: { secret } }) }
}
