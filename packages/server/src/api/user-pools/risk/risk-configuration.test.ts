import type { SetRiskConfigurationRequest } from '@cognate/wire/user-pools.ts'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { poolsOfOthers } from '../../../testing/pools-of-others.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { testWorld } from '../../../testing/world.ts'

const here = await testWorld()
const { call, clock, world } = here
afterAll(() => here[Symbol.asyncDispose]())

let UserPoolId = ''
let ClientId = ''
const newPool = async (AdvancedSecurityMode: 'OFF' | 'AUDIT') =>
  (await call('CreateUserPool', { PoolName: 'p', UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode } }))
    .UserPool?.Id ?? ''
beforeEach(async () => {
  UserPoolId = await newPool('AUDIT')
  ClientId = (await call('CreateUserPoolClient', { UserPoolId, ClientName: 'c' })).UserPoolClient?.ClientId ?? ''
})

type Members = Omit<SetRiskConfigurationRequest, 'UserPoolId'>
const set = async (members: Members = {}) =>
  (await call('SetRiskConfiguration', { UserPoolId, ...members })).RiskConfiguration
const described = async (client?: string) =>
  (await call('DescribeRiskConfiguration', { UserPoolId, ClientId: client })).RiskConfiguration

const block = { Notify: true, EventAction: 'BLOCK' } as const
const everything = {
  CompromisedCredentialsRiskConfiguration: { EventFilter: ['SIGN_UP'], Actions: { EventAction: 'BLOCK' } },
  AccountTakeoverRiskConfiguration: {
    NotifyConfiguration: {
      From: 'security@example.com',
      SourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/example.com',
      BlockEmail: { Subject: 'Blocked', HtmlBody: '<p>Blocked</p>', TextBody: 'Blocked' },
    },
    Actions: { LowAction: { Notify: false, EventAction: 'NO_ACTION' }, HighAction: block },
  },
  RiskExceptionConfiguration: { BlockedIPRangeList: ['192.0.2.0/24'], SkippedIPRangeList: ['2001:db8::/32'] },
} as const satisfies Members

test('a configuration is given back as it was set, for the pool and for a client apart', async () => {
  expect(await described()).toEqual({ UserPoolId })
  expect(await described(ClientId)).toEqual({ UserPoolId, ClientId })
  const LastModifiedDate = clock.now() / 1000
  const forAll = { UserPoolId, ...everything, LastModifiedDate }
  expect(await set(everything)).toEqual(forAll)
  const own = { RiskExceptionConfiguration: { BlockedIPRangeList: [] } }
  expect(await set({ ClientId, ...own })).toEqual({ UserPoolId, ClientId, ...own, LastModifiedDate })
  expect(await described()).toEqual(forAll)
  expect(await described(ClientId)).toEqual({ UserPoolId, ClientId, ...own, LastModifiedDate })
})

test('compromised passwords are looked for at every event unless some are named [D]', async () => {
  const { CompromisedCredentialsRiskConfiguration } = await set({
    CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'NO_ACTION' } },
  })
  expect(CompromisedCredentialsRiskConfiguration?.EventFilter).toEqual(['SIGN_IN', 'PASSWORD_CHANGE', 'SIGN_UP'])
})

test('setting replaces everything, and setting nothing gives the default back [D]', async () => {
  await set({ ClientId, ...everything })
  const { RiskExceptionConfiguration } = everything
  await set({ ClientId, RiskExceptionConfiguration })
  expect(await described(ClientId)).not.toHaveProperty('AccountTakeoverRiskConfiguration')
  expect(await set({ ClientId })).toMatchObject({ UserPoolId, ClientId })
  expect(await described(ClientId)).toEqual({ UserPoolId, ClientId })
})

test('a pool that watches custom sign-ins alone has one too', async () => {
  const AdvancedSecurityAdditionalFlows = { CustomAuthMode: 'AUDIT' } as const
  const UserPoolAddOns = { AdvancedSecurityMode: 'OFF', AdvancedSecurityAdditionalFlows } as const
  const made = await call('CreateUserPool', { PoolName: 'p', UserPoolTier: 'PLUS', UserPoolAddOns })
  UserPoolId = made.UserPool?.Id ?? ''
  expect(await described()).toEqual({ UserPoolId })
})

test('it goes with its client', async () => {
  await set({ ClientId, ...everything })
  await call('DeleteUserPoolClient', { UserPoolId, ClientId })
  expect((await world.store.resources.list(UserPoolId, 'RiskConfiguration', { limit: 60 })).items).toHaveLength(0)
})

test('of a client that is deleted while it is configured, nothing is left', async () => {
  const sets = Array.from({ length: 3 }, () => refusedWith(set({ ClientId, ...everything })))
  await Promise.all([...sets, call('DeleteUserPoolClient', { UserPoolId, ClientId })])
  expect((await world.store.resources.list(UserPoolId, 'RiskConfiguration', { limit: 60 })).items).toHaveLength(0)
})

describe('is refused:', () => {
  test('a pool without threat protection [D]', async () => {
    UserPoolId = await newPool('OFF')
    const refusal = `UserPoolAddOnNotEnabledException: Threat protection is not enabled for user pool ${UserPoolId}.`
    expect(await refusedWith(set(everything))).toBe(refusal)
    expect(await refusedWith(described())).toBe(refusal)
  })

  test('telling users without saying how', async () => {
    const AccountTakeoverRiskConfiguration = { Actions: { MediumAction: block } }
    expect(await refusedWith(set({ AccountTakeoverRiskConfiguration }))).toBe(
      'InvalidParameterException: NotifyConfiguration is required when an action notifies the user.',
    )
  })

  test.each(['192.0.2.1', '192.0.2.0/33', 'example.com', ''])('the range %j', async (range) => {
    const refusal = `InvalidParameterException: ${range} is not an IP address range in CIDR notation.`
    for (const list of ['BlockedIPRangeList', 'SkippedIPRangeList'])
      expect(await refusedWith(set({ RiskExceptionConfiguration: { [list]: ['10.0.0.0/8', range] } }))).toBe(refusal)
  })

  test('a client that is not there', async () => {
    const refusal = 'ResourceNotFoundException: User pool client none does not exist.'
    expect(await refusedWith(set({ ClientId: 'none', ...everything }))).toBe(refusal)
    expect(await refusedWith(described('none'))).toBe(refusal)
  })

  test('whatever is asked of a pool of another account or region', async () => {
    for (const theirs of await poolsOfOthers(here)) {
      const refusal = `ResourceNotFoundException: User pool ${theirs} does not exist.`
      expect(await refusedWith(call('SetRiskConfiguration', { UserPoolId: theirs }))).toBe(refusal)
      expect(await refusedWith(call('DescribeRiskConfiguration', { UserPoolId: theirs }))).toBe(refusal)
    }
  })
})
