import type { PasswordHashingAlgorithmType, UserImportJobStatusType } from '@cognate/wire/user-pools.ts'

/** A file of users that is brought into a pool, and how far that is. Instants are milliseconds since 1970. */
export interface ImportJob {
  readonly poolId: string
  readonly id: string
  readonly status: UserImportJobStatusType
  readonly work: ImportWork
  readonly createdAt: number
  /** When a node has to look at it: because the node that works on it is gone, or time is up. Never, when undefined. */
  readonly dueAt?: number
  /** Counts the saves; a save of an outdated job is refused. */
  readonly version: number
}

export interface ImportWork {
  readonly name: string
  readonly cloudWatchLogsRoleArn: string
  readonly passwordHashing?: PasswordHashingAlgorithmType
  readonly upload?: ImportUpload
  readonly startedAt?: number
  readonly completedAt?: number
  readonly message?: string
  /** Lines of the file that are done with, its header among them. */
  readonly lines: number
  readonly imported: number
  readonly skipped: number
  readonly failed: number
}

/** The file that arrived last; `chunks` are its parts in the store. */
export interface ImportUpload {
  readonly id: string
  readonly chunks: number
  readonly lines: number
}

/** From its start to its end: one file at a time goes into a pool. */
export const importStatusesUnderWay: readonly ImportJob['status'][] = ['Pending', 'InProgress', 'Stopping']

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool.html */
export const importLimits = {
  bytes: 104_857_600,
  /** Characters of a row. */
  row: 16_000,
  /** How long the address for the file is good, milliseconds. */
  uploadMs: 15 * 60_000,
  /** How long a job waits to be started, milliseconds. AWS says 24 to 48 hours. */
  startMs: 24 * 3_600_000,
} as const
