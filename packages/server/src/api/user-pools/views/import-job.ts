import type { UserImportJobType } from '@cognate/wire/user-pools.ts'
import type { ImportJob } from '../../../domain/import-job.ts'
import { uploadAddress } from '../../../flows/imports/upload-address.ts'
import type { World } from '../../../flows/world.ts'

/** With the address for the file until the job is started. */
export function importJobView(job: ImportJob, world: Pick<World, 'sealer' | 'site'>): UserImportJobType {
  const { id, poolId, status, work, createdAt } = job
  return {
    JobName: work.name,
    JobId: id,
    UserPoolId: poolId,
    PreSignedUrl: status === 'Created' ? uploadAddress(job, world) : undefined,
    CreationDate: new Date(createdAt),
    StartDate: dateOf(work.startedAt),
    CompletionDate: dateOf(work.completedAt),
    Status: status,
    CloudWatchLogsRoleArn: work.cloudWatchLogsRoleArn,
    ImportedUsers: work.imported,
    SkippedUsers: work.skipped,
    FailedUsers: work.failed,
    CompletionMessage: work.message,
    PasswordHashingAlgorithm: work.passwordHashing,
  }
}

const dateOf = (instant: number | undefined) => (instant === undefined ? undefined : new Date(instant))
