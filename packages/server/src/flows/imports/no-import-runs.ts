import { importStatusesUnderWay } from '../../domain/import-job.ts'
import { importInProgress } from '../../domain/refusals.ts'
import type { Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'

/** Decided behind what changes or removes a pool: nothing may change under the file that goes into it. */
export function noImportRuns(poolId: string, { store }: Pick<World, 'store'>): Statement {
  return store.imports.none(poolId, importStatusesUnderWay, importInProgress)
}
