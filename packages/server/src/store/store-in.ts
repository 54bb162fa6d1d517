import { accessKeysIn } from './access-keys.ts'
import { authEventsIn } from './auth-events.ts'
import { clientsIn } from './clients.ts'
import { codesIn } from './codes.ts'
import { dataKeysIn } from './data-keys.ts'
import { devicesIn } from './devices.ts'
import { domainsIn } from './domains.ts'
import type { Database } from './database.ts'
import { flowRecordsIn } from './flow-records.ts'
import { forgetExpiredIn } from './forget-expired.ts'
import { functionsIn } from './functions.ts'
import { groupsIn } from './groups.ts'
import { importJobsIn } from './import-jobs.ts'
import { guardsIn } from './guards.ts'
import { kmsAliasesIn } from './kms-aliases.ts'
import { kmsKeysIn } from './kms-keys.ts'
import { outboxIn } from './outbox.ts'
import { passkeysIn } from './passkeys.ts'
import { poolsIn } from './pools.ts'
import { quotasIn } from './quotas.ts'
import { resourcesIn } from './resources.ts'
import { sessionsIn } from './sessions.ts'
import { signingKeysIn } from './signing-keys.ts'
import type { Store } from './store.ts'
import { usersIn } from './users.ts'

/** The store in a database of either engine. */
export function storeIn(database: Database): Store {
  return {
    accessKeys: accessKeysIn(database),
    pools: poolsIn(database),
    clients: clientsIn(database),
    signingKeys: signingKeysIn(database),
    users: usersIn(database),
    groups: groupsIn(database),
    sessions: sessionsIn(database),
    devices: devicesIn(database),
    codes: codesIn(database),
    passkeys: passkeysIn(database),
    guards: guardsIn(database),
    authEvents: authEventsIn(database),
    flowRecords: flowRecordsIn(database),
    outbox: outboxIn(database),
    quotas: quotasIn(database),
    resources: resourcesIn(database),
    domains: domainsIn(database),
    imports: importJobsIn(database),
    lambdaFunctions: functionsIn(database),
    dataKeys: dataKeysIn(database),
    kmsKeys: kmsKeysIn(database),
    kmsAliases: kmsAliasesIn(database),
    async decide(statements) {
      if (statements.length > 0) await database.decide(statements)
    },
    forgetExpired: forgetExpiredIn(database),
    ping: () => ping(database),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

async function ping({ compiler, rows, change }: Database): Promise<void> {
  await rows(compiler.selectFrom('pulse').select('beats').compile())
  const beat = compiler.updateTable('pulse').set(({ eb }) => ({ beats: eb('beats', '+', eb.lit(1)) }))
  await change(beat.compile())
}
