import { parseSrpA } from '../../../crypto/srp.ts'
import { parseSrpTimestamp } from '../../../crypto/srp-timestamp.ts'
import { invalid, missingParameter } from '../../../domain/refusals.ts'
import type { World } from '../../world.ts'
import type { Attempt } from '../attempt.ts'
import type { Answers } from './challenge.ts'

/** How far a client's clock may be off, in milliseconds. AWS does not say what it allows. */
const clockSkew = 5 * 60_000

/** Who proves to know a secret: a user by a password, or a device by what it made up. */
interface Prover {
  /** Goes into the hash before `username`. */
  readonly poolName: string
  readonly username: string
  readonly verifier: Buffer
}

/** Our half of an exchange, for which the client sent A: what it is told, and what the attempt has to remember. */
export async function srpHalf(A: string, verifier: Buffer, world: Pick<World, 'srp' | 'random'>) {
  if (parseSrpA(A) === undefined) throw invalid('Invalid SRP_A.')
  const { b, B } = await ownHalf(verifier, world)
  return { SRP_B: B, memory: { A, b, B } }
}

async function ownHalf(verifier: Buffer, { srp, random }: Pick<World, 'srp' | 'random'>) {
  for (;;) {
    const b = random.bytes(32)
    const B = await srp.start(verifier, b)
    if (B !== undefined) return { b: b.toString('hex'), B }
  }
}

/** Whether the answers prove the secret, and in time. The question's secret half was carried by the client in SECRET_BLOCK. */
export async function srpProved(
  answers: Answers,
  { memory, startedAt }: Attempt,
  prover: Prover,
  { srp, clock, clientClock }: Pick<World, 'srp' | 'clock' | 'clientClock'>,
): Promise<boolean> {
  const claim = claimIn(answers)
  const claimedAt = parseSrpTimestamp(claim.timestamp)
  const { A = '', b = '', B = '' } = memory
  const proved = await srp.judge({ ...prover, ...claim, A, B, b: Buffer.from(b, 'hex') })
  return proved && claimedAt !== undefined && isTimely(clientClock.now() - claimedAt, clock.now() - startedAt)
}

function claimIn(answers: Answers) {
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
