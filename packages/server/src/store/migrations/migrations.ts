import type { Migration } from 'kysely/migration'
import { removedPools } from './removed-pools.ts'
import { start } from './start.ts'

/** Every migration, by a name that sorts after the one before. What was released is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-start': start,
  '002-removed-pools': removedPools,
}
