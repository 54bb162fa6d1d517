import { tooManyPasswords, wrongCredentials } from '../../../domain/refusals.ts'
import { srpPoolName, srpVerifierOf } from '../../passwords/password.ts'
import type { World } from '../../world.ts'
import type { Challenge, Situation } from './challenge.ts'
import { srpHalf, srpProved } from './srp-exchange.ts'

/**
 * SRP: proves the password without sending it. The question's secret half is carried by the client in SECRET_BLOCK.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export const passwordVerifier: Challenge = {
  guarded: { kind: 'Password', wrong: wrongCredentials },

  async ask(situation, world) {
    const { attempt } = situation
    const { salt, verifier } = verifierOf(situation, world)
    const { SRP_B, memory } = await srpHalf(attempt.memory['A'] ?? '', verifier, world)
    return {
      parameters: { SALT: salt, SRP_B, USERNAME: attempt.username, USER_ID_FOR_SRP: attempt.username },
      memory,
    }
  },

  async judge(answers, situation, world) {
    const { attempt, pool, user } = situation
    const { verifier } = verifierOf(situation, world)
    const prover = { poolName: srpPoolName(pool), username: attempt.username, verifier }
    const proved = await srpProved(answers, attempt, prover, world)
    if (user?.credentials.password?.kind === 'imported') await refuseUnprovable(situation, world)
    return proved && user ? { proof: 'PASSWORD', before: user, user, statements: [] } : 'wrong'
  },
}

/**
 * There is no verifier yet of a password that was imported as another system kept it: even the right one looks wrong, which
 * must not lock its owner out, nor forget the wrong ones that were counted.
 */
async function refuseUnprovable({ attempt, pool }: Situation, { store, clock, log }: World): Promise<never> {
  log.info('SRP sign-in before the first with the imported password', { pool: pool.id, client: attempt.clientId })
  const locked = await store.guards.lockedUntil(pool.id, attempt.who, clock.now())
  throw locked === undefined ? wrongCredentials() : tooManyPasswords()
}

/** The user's own; for nobody, and for a password kept another way, one made up: the same each time for the same name. */
function verifierOf({ attempt, pool, user }: Situation, { sealer }: Pick<World, 'sealer'>) {
  const own = user && srpVerifierOf(pool, user, { sealer })
  if (own) return own
  const digest = (part: string) =>
    Buffer.from(sealer.digest(`${attempt.who} ${part}`, `nobody:${pool.id}`), 'base64url')
  const verifier = Buffer.concat(Array.from({ length: 12 }, (_, part) => digest(`verifier ${part}`)))
  return { salt: digest('salt').subarray(0, 16).toString('hex'), verifier }
}
