import { parseSrpA } from '../../../crypto/srp.ts'
import { parseSrpTimestamp } from '../../../crypto/srp-timestamp.ts'
import { invalid, missingParameter, tooManyPasswords, wrongCredentials } from '../../../domain/refusals.ts'
import { srpPoolName, srpVerifierOf } from '../../passwords/password.ts'
import type { World } from '../../world.ts'
import type { Answers, Challenge, Situation } from './challenge.ts'

/** How far a client's clock may be off, in milliseconds. AWS does not say what it allows. */
const clockSkew = 5 * 60_000

/**
 * SRP: proves the password without sending it. The question's secret half is carried by the client in SECRET_BLOCK.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export const passwordVerifier: Challenge = {
  guarded: { kind: 'Password', wrong: wrongCredentials },

  async ask(situation, world) {
    const { attempt } = situation
    const { A = '' } = attempt.memory
    if (parseSrpA(A) === undefined) throw invalid('Invalid SRP_A.')
    const { salt, verifier } = verifierOf(situation, world)
    const { b, B } = await ownHalf(verifier, world)
    return {
      parameters: { SALT: salt, SRP_B: B, USERNAME: attempt.username, USER_ID_FOR_SRP: attempt.username },
      memory: { A, b, B },
    }
  },

  async judge(answers, situation, world) {
    const { attempt, pool, user } = situation
    const { secretBlock, signature, timestamp } = claim(answers)
    const claimedAt = parseSrpTimestamp(timestamp)
    const { A = '', b = '', B = '' } = attempt.memory
    const proved = await world.srp.judge({
      poolName: srpPoolName(pool),
      username: attempt.username,
      verifier: verifierOf(situation, world).verifier,
      A,
      B,
      b: Buffer.from(b, 'hex'),
      secretBlock,
      signature,
      timestamp,
    })
    if (user?.credentials.password?.kind === 'imported') await refuseUnprovable(situation, world)
    const age = world.clock.now() - attempt.startedAt
    const timely = claimedAt !== undefined && isTimely(world.clientClock.now() - claimedAt, age)
    return proved && timely && user ? { proof: 'PASSWORD', before: user, user, statements: [] } : 'wrong'
  },
}

function claim(answers: Answers) {
  const need = (name: string) => {
    const answer = answers[name]
    if (answer === undefined) throw missingParameter(name)
    return answer
  }
  return {
    secretBlock: need('PASSWORD_CLAIM_SECRET_BLOCK'),
    signature: need('PASSWORD_CLAIM_SIGNATURE'),
    timestamp: need('TIMESTAMP'),
  }
}

/** Whether an answer stamped so long ago, in milliseconds, can be one to a question of this age. */
function isTimely(ago: number, age: number): boolean {
  return ago <= age + clockSkew && ago >= -clockSkew
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

async function ownHalf(verifier: Buffer, { srp, random }: Pick<World, 'srp' | 'random'>) {
  for (;;) {
    const b = random.bytes(32)
    const B = await srp.start(verifier, b)
    if (B !== undefined) return { b: b.toString('hex'), B }
  }
}
