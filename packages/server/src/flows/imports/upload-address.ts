import { importLimits, type ImportJob } from '../../domain/import-job.ts'
import type { World } from '../world.ts'

type JobName = Pick<ImportJob, 'poolId' | 'id'>

/** Where the file of a job is to be sent by PUT; whoever has the address may, for a while. */
export function uploadAddress(job: ImportJob, world: Pick<World, 'sealer' | 'site'>): string {
  const expires = Math.floor((job.createdAt + importLimits.uploadMs) / 1000)
  const { publicUrl } = world.site
  return `${publicUrl}/${job.poolId}/import/${job.id}?expires=${expires}&signature=${signature(job, expires, world)}`
}

/** What an upload's address is worth: whether it was given out, and is good still. `expires` is in seconds since 1970. */
export function judgeUpload(
  job: JobName,
  claim: { readonly expires: number; readonly signature: string },
  world: Pick<World, 'sealer' | 'clock'>,
): 'good' | 'forged' | 'expired' {
  if (!world.sealer.equalDigests(claim.signature, signature(job, claim.expires, world))) return 'forged'
  return world.clock.now() < claim.expires * 1000 ? 'good' : 'expired'
}

function signature({ poolId, id }: JobName, expires: number, { sealer }: Pick<World, 'sealer'>): string {
  return sealer.digest(`${poolId} ${id} ${expires}`, 'import upload')
}
