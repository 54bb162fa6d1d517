import type { CreateUserPoolDomainRequest, CreateUserPoolRequest } from '@cognate/wire/user-pools.ts'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { createPool } from '../../../flows/pools/create-pool.ts'
import { createDomain } from '../../../flows/domains/create-domain.ts'
import { poolsOfOthers } from '../../../testing/pools-of-others.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { uniqueText } from '../../../testing/store-fixtures.ts'
import { testWorld } from '../../../testing/world.ts'

const here = await testWorld()
const { call, world } = here
afterAll(() => here[Symbol.asyncDispose]())

let UserPoolId = ''
let prefix = ''
let custom = ''
beforeEach(async () => {
  UserPoolId = await newPool()
  prefix = `p${uniqueText(10)}`
  custom = `${prefix}.example.com`
})

async function newPool(members: Partial<CreateUserPoolRequest> = {}) {
  return (await call('CreateUserPool', { PoolName: 'p', ...members })).UserPool?.Id ?? ''
}
const certificate = (name = 'a') => ({
  CertificateArn: `arn:aws:acm:us-east-1:000000000000:certificate/${name}`,
  SecurityPolicy: 'TLS_V1_3_2025' as const,
})
const routing = { Failover: { SecondaryRegion: 'eu-west-1', PrimaryRoute53HealthCheckId: 'h' } }
const create = (members: Partial<CreateUserPoolDomainRequest> = {}) =>
  call('CreateUserPoolDomain', { UserPoolId, Domain: prefix, ...members })
const createCustom = (members: Partial<CreateUserPoolDomainRequest> = {}) =>
  create({ Domain: custom, CustomDomainConfig: certificate(), ...members })
const described = async (Domain = prefix) => (await call('DescribeUserPoolDomain', { Domain })).DomainDescription
const places = [
  { account: '111122223333', region: 'us-east-1' },
  { account: '000000000000', region: 'eu-west-1' },
]
const invalid = (message: string) => `InvalidParameterException: ${message}`

test('a prefix domain is active at once, described as it was made, and shown by its pool', async () => {
  expect(await create({ ManagedLoginVersion: 2 })).toEqual({ ManagedLoginVersion: 2 })
  expect(await described()).toEqual({
    UserPoolId,
    AWSAccountId: '000000000000',
    Domain: prefix,
    CloudFrontDistribution: 'localhost',
    Status: 'ACTIVE',
    ManagedLoginVersion: 2,
  })
  const { UserPool } = await call('DescribeUserPool', { UserPoolId })
  expect(UserPool).toMatchObject({ Domain: prefix })
  expect(UserPool).not.toHaveProperty('CustomDomain')
})

test('a custom domain goes beside the prefix, and says where its alias record must lead', async () => {
  await create()
  expect(await createCustom({ Routing: routing })).toEqual({
    ManagedLoginVersion: 1,
    CloudFrontDomain: 'localhost',
    Routing: routing,
  })
  expect(await described(custom)).toMatchObject({
    Domain: custom,
    CustomDomainConfig: certificate(),
    ManagedLoginVersion: 1,
    Routing: routing,
  })
  const { UserPool } = await call('DescribeUserPool', { UserPoolId })
  expect(UserPool).toMatchObject({ Domain: prefix, CustomDomain: custom })
})

test('what an update does not name stays', async () => {
  await createCustom({ ManagedLoginVersion: 2, Routing: routing })
  const CustomDomainConfig = certificate('b')
  expect(await call('UpdateUserPoolDomain', { UserPoolId, Domain: custom, CustomDomainConfig })).toEqual({
    ManagedLoginVersion: 2,
    CloudFrontDomain: 'localhost',
    Routing: routing,
  })
  await call('UpdateUserPoolDomain', { UserPoolId, Domain: custom, ManagedLoginVersion: 1 })
  expect(await described(custom)).toMatchObject({ CustomDomainConfig, ManagedLoginVersion: 1, Routing: routing })
})

test('a deleted domain is described by nothing, and free for others [O]', async () => {
  await create()
  expect(await call('DeleteUserPoolDomain', { UserPoolId, Domain: prefix })).toEqual({})
  expect(await described()).toEqual({})
  UserPoolId = await newPool()
  expect(await refusedWith(create())).toBe('not refused')
})

test('a pool with a domain cannot be deleted [O]', async () => {
  await create()
  expect(await refusedWith(call('DeleteUserPool', { UserPoolId }))).toBe(
    invalid('User pool cannot be deleted. It has a domain configured that should be deleted first.'),
  )
  await call('DeleteUserPoolDomain', { UserPoolId, Domain: prefix })
  expect(await refusedWith(call('DeleteUserPool', { UserPoolId }))).toBe('not refused')
})

test('of many who want one domain for their pools at once, one gets it', async () => {
  const pools = await Promise.all(Array.from({ length: 5 }, () => newPool()))
  const outcomes = await Promise.all(pools.map((pool) => refusedWith(create({ UserPoolId: pool }))))
  expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(1)
})

test('of many prefixes that are wanted for one pool at once, it gets one', async () => {
  const names = ['a', 'b', 'c', 'd'].map((letter) => `${letter}${prefix}`)
  const outcomes = await Promise.all(names.map((Domain) => refusedWith(create({ Domain }))))
  expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(1)
  expect(await world.store.domains.ofPool(UserPoolId)).toHaveLength(1)
})

test('a pool that is deleted while it gets a domain either has it or is gone', async () => {
  const [made, deleted] = await Promise.all([
    refusedWith(create()),
    refusedWith(call('DeleteUserPool', { UserPoolId })),
  ])
  expect([made, deleted].filter((outcome) => outcome === 'not refused')).toHaveLength(1)
  expect(await world.store.domains.ofPool(UserPoolId)).toHaveLength(made === 'not refused' ? 1 : 0)
})

describe('is refused:', () => {
  test('a domain that another pool has, whosever it is [O]', async () => {
    for (const place of places) {
      const theirs = await createPool({ PoolName: 'p' }, place, world)
      const Domain = `p${uniqueText(10)}`
      await createDomain(() => Promise.resolve(theirs), { UserPoolId: theirs.id, Domain }, world)
      expect(await refusedWith(create({ Domain }))).toBe(invalid('Domain already associated with another user pool.'))
      expect(await described(Domain)).toEqual({})
    }
  })

  test('a second domain of a kind [O]', async () => {
    await create()
    await createCustom()
    const refusal = invalid('User pool already has a domain configured.')
    expect(await refusedWith(create({ Domain: `${prefix}2` }))).toBe(refusal)
    expect(await refusedWith(createCustom({ Domain: `b.${custom}` }))).toBe(refusal)
  })

  test.each(['aws', 'amazon', 'cognito'])('the reserved word %s in a prefix [O]', async (word) => {
    expect(await refusedWith(create({ Domain: `my-${word}-app` }))).toBe(
      invalid(`Domain cannot contain reserved word: ${word}`),
    )
  })

  test('a dot in a prefix [O]', async () => {
    expect(await refusedWith(create({ Domain: custom }))).toBe(
      invalid(
        'The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and hyphens. Please enter a different name that follows this format: ^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$',
      ),
    )
  })

  test.each(['Upper', 'under_score', '-a', 'a-'])('what no domain name is: %s', async (Domain) => {
    expect(await refusedWith(create({ Domain }))).toMatch(/^InvalidParameterException: 1 validation error detected/)
  })
})

describe('is refused as custom:', () => {
  test.each(['single', 'a..example.com', 'a.-b.com', 'example.c'])('a custom domain %s', async (Domain) => {
    expect(await refusedWith(createCustom({ Domain }))).toBe(
      invalid('Custom domain is not a valid subdomain: a fully qualified domain name is expected.'),
    )
  })

  test('a custom domain where this server or the prefix domains of others are found', async () => {
    await using elsewhere = await testWorld({
      site: { publicUrl: 'https://id.example.com', issuer: 'cognate', allowPinnedIds: true },
    })
    const { UserPool } = await elsewhere.call('CreateUserPool', { PoolName: 'p' })
    const ask = (Domain: string) =>
      refusedWith(
        elsewhere.call('CreateUserPoolDomain', {
          UserPoolId: UserPool?.Id ?? '',
          Domain,
          CustomDomainConfig: certificate(),
        }),
      )
    for (const Domain of ['id.example.com', 'auth.id.example.com', 'victim.auth.id.example.com'])
      expect(await ask(Domain)).toBe(
        invalid(`Custom domain is not a valid subdomain: ${Domain} belongs to this server.`),
      )
    expect(await ask('notauth.id.example.com')).toBe('not refused')
  })

  test.each(['arn:aws:acm:eu-west-1:000000000000:certificate/a', 'arn:aws:iam::000000000000:server-certificate/a'])(
    'the certificate %s',
    async (CertificateArn) => {
      expect(await refusedWith(createCustom({ CustomDomainConfig: { CertificateArn } }))).toBe(
        invalid('The certificate of a custom domain must be the ARN of an ACM certificate in us-east-1.'),
      )
    },
  )
})

describe('is refused too:', () => {
  test('routing, or the configuration of a custom domain, for a prefix', async () => {
    expect(await refusedWith(create({ Routing: routing }))).toBe(
      invalid('Routing is supported for custom domains only.'),
    )
    await create()
    const change = { UserPoolId, Domain: prefix, CustomDomainConfig: certificate() }
    expect(await refusedWith(call('UpdateUserPoolDomain', change))).toBe(
      invalid('A prefix domain cannot be given the configuration of a custom domain.'),
    )
  })

  test('an unknown version of the pages', async () => {
    expect(await refusedWith(create({ ManagedLoginVersion: 3 }))).toBe(invalid('ManagedLoginVersion must be 1 or 2.'))
  })

  test('managed login in the plan LITE, and that plan while there is managed login [D]', async () => {
    const ManagedLoginVersion = 2
    const refusal = 'FeatureUnavailableInTierException: Managed login is not available in the LITE pricing tier.'
    await call('UpdateUserPool', { UserPoolId, UserPoolTier: 'LITE' })
    expect(await refusedWith(create({ ManagedLoginVersion }))).toBe(refusal)
    await create()
    const update = () => call('UpdateUserPoolDomain', { UserPoolId, Domain: prefix, ManagedLoginVersion })
    expect(await refusedWith(update())).toBe(refusal)
    await call('UpdateUserPool', { UserPoolId, UserPoolTier: 'ESSENTIALS' })
    await update()
    for (const UserPoolTier of ['PLUS', 'ESSENTIALS'] as const)
      await call('UpdateUserPool', { UserPoolId, UserPoolTier })
    expect(await refusedWith(call('UpdateUserPool', { UserPoolId, UserPoolTier: 'LITE' }))).toBe(
      'TierChangeNotAllowedException: The following features need to be disabled for the LITE pricing tier configured: Managed Login',
    )
  })

  test('changing or deleting a domain that is not there or another pool’s [O]', async () => {
    const refusal = invalid('No such domain or user pool exists.')
    await create()
    const other = await newPool()
    for (const where of [
      { UserPoolId, Domain: 'none' },
      { UserPoolId: other, Domain: prefix },
    ]) {
      expect(await refusedWith(call('UpdateUserPoolDomain', { ...where, ManagedLoginVersion: 1 }))).toBe(refusal)
      expect(await refusedWith(call('DeleteUserPoolDomain', where))).toBe(refusal)
    }
    expect(await described()).toMatchObject({ UserPoolId })
  })

  test('whatever is asked of a pool of another account or region', async () => {
    for (const theirs of await poolsOfOthers(here)) {
      const where = { UserPoolId: theirs, Domain: prefix }
      const calls = [
        call('CreateUserPoolDomain', where),
        call('UpdateUserPoolDomain', where),
        call('DeleteUserPoolDomain', where),
      ]
      for (const one of calls)
        expect(await refusedWith(one)).toBe(`ResourceNotFoundException: User pool ${theirs} does not exist.`)
    }
  })
})
