import type { Sealer } from '../crypto/sealing.ts'
import type { RecordedCall, RecordedStep } from './timeline.ts'

const context = (poolId: string, id: string) => `flow record:${poolId}:${id}`

/** What a record may hold before it is sealed; sealing adds a third, and 64 KiB is what a record may take. */
const mostCharacters = 47_000

interface Place {
  readonly poolId: string
  readonly id: string
}

export function sealCalls(calls: readonly RecordedCall[], at: Place, sealer: Pick<Sealer, 'seal'>): string {
  return sealer.seal(withinBounds(calls), context(at.poolId, at.id))
}

/** Throws what the sealer throws when it is not what was put there. */
export function unsealCalls(sealed: string, at: Place, sealer: Pick<Sealer, 'unseal'>): readonly RecordedCall[] {
  return JSON.parse(sealer.unseal(sealed, context(at.poolId, at.id)).toString('utf8')) as readonly RecordedCall[]
}

/** What functions were told goes first, then whatever is late in the record. */
function withinBounds(calls: readonly RecordedCall[]): string {
  const whole = JSON.stringify(calls)
  if (fits(whole)) return whole
  const bare = calls.map((call): RecordedCall => ({ ...call, steps: call.steps.map(withoutBodies), shortened: true }))
  for (const steps of [bareSteps, 5, 0]) {
    const kept = JSON.stringify(bare.map((call) => ({ ...call, steps: call.steps.slice(0, steps) })))
    if (fits(kept)) return kept
  }
  return JSON.stringify(bare.slice(0, 1).map((call) => ({ ...call, steps: [] })))
}

const bareSteps = 50
const fits = (json: string) => Buffer.byteLength(json) <= mostCharacters

function withoutBodies(step: RecordedStep): RecordedStep {
  if (step.kind !== 'fired') return step
  const { event: _, answer: __, ...bare } = step
  return bare
}
