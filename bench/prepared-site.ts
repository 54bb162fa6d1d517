import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemRandom } from '../packages/server/src/ambient/random.ts'
import { openPostgresStore } from '../packages/server/src/store/open-postgres-store.ts'
import { openSqliteStore } from '../packages/server/src/store/open-sqlite-store.ts'
import { jsonCall } from '../e2e/faults/json-call.ts'
import type { JsonCall } from '../e2e/faults/json-call.ts'
import { outputOf } from '../e2e/output-of.ts'
import { bulkInsertPostgres, bulkInsertSqlite } from './bulk-insert.ts'
import { loadUsers } from './load-users.ts'
import { relyingPartyId } from './passkey-holders.ts'
import { startMeasuredPostgres } from './postgres.ts'
import { startMeasured } from './server.ts'
import type { Place } from './server.ts'
import { groupName } from './site.ts'
import type { Site, TotpPool } from './site.ts'

export const storeNames = ['SQLite', 'PostgreSQL'] as const
export type StoreName = (typeof storeNames)[number]

/** A filled store, ready for servers. */
export interface PreparedSite extends AsyncDisposable {
  readonly site: Site
  readonly place: Place
}

/** Users with a password of their own, in a pool of a million as in one of a thousand at the most. */
const withPasswords = 10_000

/** Where the command keeps its state unless it is told otherwise. */
const state = '.cognate'

/** Fills a store the first time; later runs of the same version find it under the system's directory for such things. */
export async function prepareSite(store: StoreName, users: number, say: (text: string) => void): Promise<PreparedSite> {
  const home = join(tmpdir(), `cognate-bench-${version()}`)
  const directory = join(home, `${store}-${users}`)
  mkdirSync(directory, { recursive: true })
  const postgres = store === 'PostgreSQL' ? await startMeasuredPostgres(join(home, 'postgres')) : undefined
  const url = await postgres?.databaseUrl(`users_${users}`)
  const flags = url === undefined ? [] : ['--database-url', url]
  const place = { directory, flags }
  const note = join(directory, 'site.json')
  if (!existsSync(note)) {
    if (url === undefined) rmSync(join(directory, state), { recursive: true, force: true })
    writeFileSync(note, JSON.stringify(await filled(place, { store, users, url, say })))
  }
  return {
    site: JSON.parse(readFileSync(note, 'utf8')) as Site,
    place: { directory, flags: [...flags, '--functions', functionsIn(home)] },
    [Symbol.asyncDispose]: async () => postgres?.stop(),
  }
}

interface Filling {
  readonly store: StoreName
  readonly users: number
  readonly url: string | undefined
  readonly say: (text: string) => void
}

async function filled(place: Place, { store, users, url, say }: Filling): Promise<Site> {
  const began = performance.now()
  const site = await emptySite(place, users)
  const file = join(place.directory, state, 'cognate.db')
  const open = () => (url === undefined ? openSqliteStore({ file }) : openPostgresStore({ url, poolSize: 2 }))
  const bulk = url === undefined ? bulkInsertSqlite(file) : await bulkInsertPostgres(url)
  const seconds = () => ((performance.now() - began) / 1000).toFixed(0)
  {
    await using opened = await open()
    await loadUsers(site, {
      store: opened,
      masterKeyFile: join(place.directory, state, 'master-key'),
      bulk,
      progress: (loaded) => say(`\r  loading ${users} users into ${store}: ${loaded} after ${seconds()} s `),
    })
  }
  await bulk.finish()
  say(`\r  loaded ${users} users into ${store} in ${seconds()} s${' '.repeat(20)}\n`)
  return site
}

/** A pool, a client and an access key, made as anybody makes them. */
async function emptySite(place: Place, users: number): Promise<Site> {
  const server = await startMeasured(place, { workers: 1, cpuProf: undefined })
  const call = jsonCall(`http://localhost:${server.port}`)
  const PoolName = `bench-${systemRandom.digits(8)}`
  const { UserPool } = await call('CreateUserPool', {
    PoolName,
    AutoVerifiedAttributes: ['email'],
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN', 'EMAIL_OTP'] } },
  })
  const poolId = UserPool?.Id ?? ''
  await call('SetUserPoolMfaConfig', {
    UserPoolId: poolId,
    WebAuthnConfiguration: { RelyingPartyId: relyingPartyId },
  })
  const clientId = await newClient(poolId, call)
  await call('CreateGroup', { UserPoolId: poolId, GroupName: groupName })
  const withTotp = await emptyTotpPool(`${PoolName}-totp`, call)
  const withFunction = await emptyPoolWithFunction(`${PoolName}-function`, call)
  await server.stop()
  const made = JSON.parse(await outputOf({ ...place, [Symbol.asyncDispose]: async () => {} }, ['keys', 'create'])) as {
    readonly AccessKeyId: string
    readonly SecretAccessKey: string
  }
  return {
    poolId,
    clientId,
    accessKey: { id: made.AccessKeyId, secret: made.SecretAccessKey },
    users,
    passwordEvery: Math.max(1, Math.floor(users / withPasswords)),
    withTotp,
    withFunction,
  }
}

/** A directory with one function, which lets everything be. */
function functionsIn(home: string): string {
  const directory = join(home, 'functions')
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'unmoved.js'), 'exports.handler = async (event) => event\n')
  return directory
}

async function emptyPoolWithFunction(PoolName: string, call: JsonCall): Promise<Site['withFunction']> {
  const { UserPool } = await call('CreateUserPool', {
    PoolName,
    AutoVerifiedAttributes: ['email'],
    LambdaConfig: { PreSignUp: 'arn:aws:lambda:us-east-1:000000000000:function:unmoved' },
  })
  return { clientId: await newClient(UserPool?.Id ?? '', call) }
}

/** As many as can sign in within thirty seconds, in which each has a few codes and no more. */
async function emptyTotpPool(PoolName: string, call: JsonCall): Promise<TotpPool> {
  const { UserPool } = await call('CreateUserPool', { PoolName })
  const poolId = UserPool?.Id ?? ''
  await call('SetUserPoolMfaConfig', {
    UserPoolId: poolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  return { poolId, clientId: await newClient(poolId, call), users: withPasswords }
}

async function newClient(UserPoolId: string, call: JsonCall): Promise<string> {
  const { UserPoolClient } = await call('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'bench',
    ExplicitAuthFlows: [
      'ALLOW_USER_AUTH',
      'ALLOW_USER_SRP_AUTH',
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
    ],
  })
  return UserPoolClient?.ClientId ?? ''
}

/** Changes with whatever the loaded store depends on. */
function version(): string {
  const migrations = new URL('../packages/server/src/store/migrations/', import.meta.url)
  const files = [
    ...readdirSync(migrations).map((name) => new URL(name, migrations)),
    new URL('./load-users.ts', import.meta.url),
    new URL('./prepared-site.ts', import.meta.url),
  ]
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}
