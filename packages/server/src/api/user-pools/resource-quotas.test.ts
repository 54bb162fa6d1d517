import { expect, test } from 'vitest'
import { systemRandom } from '../../ambient/random.ts'
import type { ResourceQuotaName } from '../../domain/resource-quotas.ts'
import { createClient } from '../../flows/clients/create-client.ts'
import { createImportJob } from '../../flows/imports/create-import-job.ts'
import { deletePool } from '../../flows/pools/delete-pool.ts'
import { addProvider } from '../../flows/providers/add-provider.ts'
import { addResourceServer } from '../../flows/resources/resource-servers.ts'
import { setRiskConfiguration } from '../../flows/threats/set-risk-configuration.ts'
import type { Place as StorePlace } from '../../testing/engines.ts'
import { sharedStoreTest } from '../../testing/every-store.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { type TestWorld, testWorld } from '../../testing/world.ts'

const account = { account: '000000000000', region: 'us-east-1' }
const role = 'arn:aws:iam::000000000000:role/import'
const certificate = 'arn:aws:acm:us-east-1:000000000000:certificate/a'

type Call = TestWorld['call']

interface Scene {
  readonly UserPoolId: string
  readonly clients: readonly string[]
  /** A pool for each of those who ask. */
  readonly pools: readonly string[]
}

type Making = (call: Call, at: number, scene: Scene) => Promise<unknown>

const oidc = {
  ProviderType: 'OIDC' as const,
  ProviderDetails: {
    client_id: 'a',
    client_secret: 'b',
    authorize_scopes: 'openid',
    attributes_request_method: 'GET',
    oidc_issuer: 'https://idp.example.com',
  },
}

const makings: Readonly<Record<Exclude<ResourceQuotaName, 'UserPools' | 'UserImportRows'>, Making>> = {
  UserPoolClients: (call, at, { UserPoolId }) => call('CreateUserPoolClient', { UserPoolId, ClientName: `c${at}` }),
  Groups: (call, at, { UserPoolId }) => call('CreateGroup', { UserPoolId, GroupName: `g${at}` }),
  IdentityProviders: (call, at, { UserPoolId }) =>
    call('CreateIdentityProvider', { UserPoolId, ProviderName: `idp${at}`, ...oidc }),
  ResourceServers: (call, at, { UserPoolId }) =>
    call('CreateResourceServer', { UserPoolId, Identifier: `https://s${at}`, Name: 's' }),
  ManagedLoginBrandings: (call, at, { UserPoolId, clients }) =>
    call('CreateManagedLoginBranding', { UserPoolId, ClientId: clients[at] ?? '', UseCognitoProvidedValues: true }),
  Terms: (call, at, { UserPoolId, clients }) =>
    call('CreateTerms', {
      UserPoolId,
      ClientId: clients[at] ?? '',
      TermsName: 'terms-of-use',
      TermsSource: 'LINK',
      Enforcement: 'NONE',
      Links: { 'cognito:default': 'https://example.com/terms' },
    }),
  UserImportJobs: (call, at, { UserPoolId }) =>
    call('CreateUserImportJob', { UserPoolId, JobName: `j${at}`, CloudWatchLogsRoleArn: role }),
  CustomDomains: (call, at, { pools }) =>
    call('CreateUserPoolDomain', {
      UserPoolId: pools[at] ?? '',
      Domain: `auth${at}.example.com`,
      CustomDomainConfig: { CertificateArn: certificate },
    }),
}

const askers = 6

async function sceneOf(call: Call): Promise<Scene> {
  const newPool = async () => (await call('CreateUserPool', { PoolName: 'p' })).UserPool?.Id ?? ''
  const UserPoolId = await newPool()
  const [clients, pools]: [string[], string[]] = [[], []]
  for (let at = 0; at < askers; at++) {
    const { UserPoolClient } = await call('CreateUserPoolClient', { UserPoolId, ClientName: 'app' })
    clients.push(UserPoolClient?.ClientId ?? '')
    pools.push(await newPool())
  }
  return { UserPoolId, clients, pools }
}

async function twoNodes(place: StorePlace) {
  const masterKey = systemRandom.bytes(32)
  const first = await testWorld({ store: await place.open(), masterKey })
  const second = await testWorld({ store: await place.open(), masterKey })
  return {
    ...first,
    setQuota: (name: ResourceQuotaName, most: number) =>
      first.world.store.decide([first.world.store.quotas.set(account, name, most)]),
    /** What they were answered who asked both nodes at once, sorted. */
    atOnce: async (ask: (call: Call, at: number) => Promise<unknown>) =>
      (
        await Promise.all(
          Array.from({ length: askers }, (_, at) => refusalOf(ask(at % 2 ? first.call : second.call, at))),
        )
      )
        .map((answer) => answer.replace(/ \d+ .*/, ''))
        .toSorted(),
    async [Symbol.asyncDispose]() {
      await second[Symbol.asyncDispose]()
      await first[Symbol.asyncDispose]()
    },
  }
}

const full = (whose: string) => `LimitExceededException: ${whose} has reached its limit of`
const answers = (made: number, refusal: string) =>
  [
    ...Array.from({ length: askers - made }, () => refusal),
    ...Array.from({ length: made }, () => 'accepted'),
  ].toSorted()

sharedStoreTest('[D] however many are made at once, there are no more of anything than there may be', async (place) => {
  await using nodes = await twoNodes(place)
  const scene = await sceneOf(nodes.call)
  for (const [name, make] of Object.entries(makings) as [keyof typeof makings, Making][]) {
    const before = name === 'UserPoolClients' ? askers : 0
    await nodes.setQuota(name, before + 2)
    const refusal = full(name === 'CustomDomains' ? 'Account' : 'User pool')
    expect([name, await nodes.atOnce((call, at) => make(call, at, scene))]).toEqual([name, answers(2, refusal)])
    await nodes.setQuota(name, before + 3)
    const again = await nodes.atOnce((call, at) => make(call, at, scene))
    expect([name, again.filter((answer) => answer === 'accepted').length]).toEqual([name, 1])
  }
})

sharedStoreTest('[D] an account has no more pools in a Region than it may have', async (place) => {
  await using nodes = await twoNodes(place)
  await nodes.setQuota('UserPools', 2)
  const made = await nodes.atOnce((call) => call('CreateUserPool', { PoolName: 'p' }))
  expect(made).toEqual(answers(2, full('Account')))
  const { UserPools = [] } = await nodes.call('ListUserPools', { MaxResults: 60 })
  expect(UserPools).toHaveLength(2)
  await nodes.call('DeleteUserPool', { UserPoolId: UserPools[0]?.Id ?? '' })
  await nodes.call('CreateUserPool', { PoolName: 'another' })
})

test('[K] nothing is made in a pool that was deleted since it was read', async () => {
  await using here = await testWorld()
  const { world, call } = here
  const { UserPool } = await call('CreateUserPool', {
    PoolName: 'p',
    UserPoolTier: 'PLUS',
    UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' },
  })
  const UserPoolId = UserPool?.Id ?? ''
  const pool = await world.store.pools.find(UserPoolId)
  if (!pool) throw new Error('The pool is not there')
  await deletePool(() => Promise.resolve(pool), world)
  const makings = [
    createClient({ UserPoolId, ClientName: 'app' }, pool, world),
    addResourceServer(pool, { Identifier: 's', Name: 's' }, world),
    addProvider({ UserPoolId, ProviderName: 'idp', ...oidc }, pool, world),
    createImportJob(pool, { name: 'j', cloudWatchLogsRoleArn: role }, world),
    setRiskConfiguration(
      { UserPoolId, RiskExceptionConfiguration: { BlockedIPRangeList: ['192.0.2.0/24'] } },
      pool,
      world,
    ),
  ]
  for (const making of makings)
    await expect(making).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: `User pool ${UserPoolId} does not exist.`,
    })
})

test('[D] lists within one thing are as long as AWS lets them be', async () => {
  await using here = await testWorld()
  const { call } = here
  const UserPoolId = (await call('CreateUserPool', { PoolName: 'p' })).UserPool?.Id ?? ''
  const many = (count: number, prefix: string) => Array.from({ length: count }, (_, at) => `${prefix}${at}`)
  const server = (scopes: number) =>
    call('CreateResourceServer', {
      UserPoolId,
      Identifier: `s${scopes}`,
      Name: 's',
      Scopes: many(scopes, 'scope').map((ScopeName) => ({ ScopeName, ScopeDescription: 'd' })),
    })
  const client = (members: Partial<Record<'CallbackURLs' | 'LogoutURLs' | 'AllowedOAuthScopes', string[]>>) =>
    call('CreateUserPoolClient', { UserPoolId, ClientName: 'c', ...members })
  const provider = (identifiers: number) =>
    call('CreateIdentityProvider', {
      UserPoolId,
      ProviderName: `idp${identifiers}`,
      ...oidc,
      IdpIdentifiers: many(identifiers, 'id'),
    })
  const lists: readonly [number, (count: number) => Promise<unknown>][] = [
    [100, server],
    [100, (count) => client({ CallbackURLs: many(count, 'https://example.com/') })],
    [100, (count) => client({ LogoutURLs: many(count, 'https://example.com/') })],
    [50, (count) => client({ AllowedOAuthScopes: many(count, 's100/scope') })],
    [50, provider],
  ]
  for (const [most, make] of lists) {
    expect([most, await refusalOf(make(most))]).toEqual([most, 'accepted'])
    await expect(make(most + 1)).rejects.toMatchObject({ name: 'InvalidParameterException' })
  }
})
