import type { Migration } from 'kysely/migration'
import { passkeys } from './passkeys.ts'
import { passkeysByUser } from './passkeys-by-user.ts'
import { devices } from './devices.ts'
import { authEvents } from './auth-events.ts'
import { dailyEmails } from './daily-emails.ts'
import { quotas } from './quotas.ts'
import { kmsKeys } from './kms-keys.ts'
import { poolResources } from './pool-resources.ts'
import { flowRecords } from './flow-records.ts'
import { functions } from './functions.ts'
import { groups } from './groups.ts'
import { importJobs } from './import-jobs.ts'
import { removedPools } from './removed-pools.ts'
import { sessionStrength } from './session-strength.ts'
import { sessionTracking } from './session-tracking.ts'
import { start } from './start.ts'

/** Every migration, by a name that sorts after the one before. What was released is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-start': start,
  '002-removed-pools': removedPools,
  '003-groups': groups,
  '004-pool-resources': poolResources,
  '005-import-jobs': importJobs,
  '006-session-tracking': sessionTracking,
  '007-session-strength': sessionStrength,
  '009-passkeys': passkeys,
  '010-devices': devices,
  '012-quotas': quotas,
  '011-auth-events': authEvents,
  '016-flow-records': flowRecords,
  '018-daily-emails': dailyEmails,
  '020-functions': functions,
  '021-kms-keys': kmsKeys,
  '022-passkeys-by-user': passkeysByUser,
}
