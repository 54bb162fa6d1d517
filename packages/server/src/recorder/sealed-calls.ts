import type { Sealer } from '../crypto/sealing.ts'
import type { RecordedCall, RecordedStep } from './timeline.ts'

/** What a record may hold before it is sealed; sealing adds a third, and 64 KiB is what a record may take. */
const mostBytes = 48_000

interface Place {
  readonly poolId: string
  readonly id: string
}

const context = ({ poolId, id }: Place) => `flow record:${poolId}:${id}`

/** Calls as JSON texts that one record can hold, in their order. */
export function packed(calls: readonly RecordedCall[]): readonly string[] {
  const packs: string[][] = [[]]
  let room = mostBytes
  for (const json of calls.map(withinBounds)) {
    const bytes = Buffer.byteLength(json) + 1
    if (bytes > room) {
      packs.push([])
      room = mostBytes
    }
    packs.at(-1)?.push(json)
    room -= bytes
  }
  return packs.filter((pack) => pack.length > 0).map((pack) => `[${pack.join(',')}]`)
}

export function sealPack(pack: string, at: Place, sealer: Pick<Sealer, 'seal'>): string {
  return sealer.seal(pack, context(at))
}

/** Throws what the sealer throws when it is not what was put there. */
export function unsealPack(sealed: string, at: Place, sealer: Pick<Sealer, 'unseal'>): readonly RecordedCall[] {
  return JSON.parse(sealer.unseal(sealed, context(at)).toString('utf8')) as readonly RecordedCall[]
}

/** What functions were told goes first, then whatever is late in the call. */
function withinBounds(call: RecordedCall): string {
  const whole = JSON.stringify(call)
  if (Buffer.byteLength(whole) < mostBytes / 2) return whole
  const bare: RecordedCall = { ...call, steps: call.steps.map(withoutBodies), shortened: true }
  const kept = JSON.stringify(bare)
  return Buffer.byteLength(kept) < mostBytes / 2 ? kept : JSON.stringify({ ...bare, steps: [] })
}

function withoutBodies(step: RecordedStep): RecordedStep {
  if (step.kind !== 'fired') return step
  const { event: _, answer: __, ...bare } = step
  return bare
}
