import type { ProviderUserIdentifierType } from '@cognate/wire/user-pools.ts'
import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { goodPassword } from '../../../testing/good-password.ts'
import { peopleIn } from '../../../testing/people.ts'
import { poolsOfOthers } from '../../../testing/pools-of-others.ts'
import { providerRequests } from '../../../testing/provider-requests.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

type People = Awaited<ReturnType<typeof peopleIn>>
let people: People
beforeEach(async () => {
  people = await peopleIn({ pool: { Schema: [{ Name: 'tenant', AttributeDataType: 'String' }] } })
  const { call, UserPoolId } = people
  for (const type of ['Google', 'OIDC', 'SAML'] as const)
    await call('CreateIdentityProvider', { UserPoolId, ...providerRequests[type] })
  await people.signedUp('ada')
  await people.signedUp('bea')
  return () => people[Symbol.asyncDispose]()
})

const google = (ProviderAttributeValue: string) => ({
  ProviderName: 'Google',
  ProviderAttributeName: 'Cognito_Subject',
  ProviderAttributeValue,
})
const local = (ProviderAttributeValue: string) => ({ ProviderName: 'Cognito', ProviderAttributeValue })
type Source = ProviderUserIdentifierType
const link = (username: string, SourceUser: Source) =>
  people.call('AdminLinkProviderForUser', {
    UserPoolId: people.UserPoolId,
    DestinationUser: local(username),
    SourceUser,
  })
const unlink = (User: Source) => people.call('AdminDisableProviderForUser', { UserPoolId: people.UserPoolId, User })
const identitiesOf = async (username: string) => {
  const { identities = '[]' } = await people.attributesOf(username)
  return JSON.parse(identities) as readonly Readonly<Record<string, unknown>>[]
}
const subjectsOf = async (username: string) => (await identitiesOf(username)).map(({ userId }) => userId)
const merging =
  'InvalidParameterException: Merging is not currently supported, provide a SourceUser that has not been signed up in order to link'

describe('a link', () => {
  test('is an attribute wherever the user is shown, and a claim of the ID token [D]', async () => {
    const { call, clock, UserPoolId } = people
    expect(await link('ada', google('Sub-1'))).toEqual({})
    const identity = {
      userId: 'Sub-1',
      providerName: 'Google',
      providerType: 'Google',
      issuer: null,
      primary: 'false',
      dateCreated: String(clock.now()),
    }
    expect(await identitiesOf('ada')).toEqual([identity])
    expect(await identitiesOf('bea')).toEqual([])
    const { AccessToken, AuthenticationResult } = await people.signIn('ada')
    const shown = { Name: 'identities', Value: JSON.stringify([identity]) }
    expect((await call('GetUser', { AccessToken })).UserAttributes).toContainEqual(shown)
    const { Users } = await call('ListUsers', { UserPoolId, AttributesToGet: ['identities'] })
    expect(Users?.map(({ Attributes }) => Attributes)).toContainEqual([shown])
    expect(decodeJwt(AuthenticationResult?.IdToken ?? '')['identities']).toEqual([identity])
    const other = (await people.signIn('bea')).AuthenticationResult?.IdToken ?? ''
    expect(decodeJwt(other)).not.toHaveProperty('identities')
  })

  test('is shown to a client that may read one attribute only, and changed by nobody [K]', async () => {
    const { call, UserPoolId, ClientId } = people
    await call('UpdateUserPoolClient', {
      UserPoolId,
      ClientId,
      ReadAttributes: ['name'],
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    })
    await link('ada', google('1'))
    const { AccessToken } = await people.signIn('ada')
    const names = (await call('GetUser', { AccessToken })).UserAttributes.map(({ Name }) => Name)
    expect(names).toEqual(['sub', 'identities'])
    const UserAttributeNames = ['identities']
    for (const change of [
      call('DeleteUserAttributes', { AccessToken, UserAttributeNames }),
      call('AdminDeleteUserAttributes', { UserPoolId, Username: 'ada', UserAttributeNames }),
    ])
      expect(await refusedWith(change)).toContain('InvalidParameterException')
    await call('AdminUpdateUserAttributes', {
      UserPoolId,
      Username: 'ada',
      UserAttributes: [{ Name: 'name', Value: 'Ada' }],
    })
    expect(await subjectsOf('ada')).toEqual(['1'])
  })
})

describe('a new link', () => {
  test('is made by the subject, or by an attribute that an OIDC or SAML provider maps [D]', async () => {
    await link('ada', { ...google('1'), ProviderName: 'Okta' })
    await link('ada', { ...google('e@x'), ProviderName: 'Okta', ProviderAttributeName: 'email' })
    await link('ada', { ...google('e@x'), ProviderName: 'Corporate', ProviderAttributeName: 'email' })
    expect((await identitiesOf('ada')).map(({ providerType, userId }) => [providerType, userId])).toEqual([
      ['OIDC', '1'],
      ['OIDC', 'e@x'],
      ['SAML', 'e@x'],
    ])
    for (const [ProviderName, ProviderAttributeName] of [
      ['Okta', 'nickname'],
      ['Google', 'username'],
    ] as const)
      expect(await refusedWith(link('ada', { ...google('2'), ProviderName, ProviderAttributeName }))).toBe(
        `InvalidParameterException: Attribute ${ProviderAttributeName} of provider ${ProviderName} is not mapped.`,
      )
  })

  test('can be added to whom another link leads to', async () => {
    const { call, UserPoolId } = people
    await link('ada', google('1'))
    const more = (DestinationUser: Source) =>
      call('AdminLinkProviderForUser', { UserPoolId, DestinationUser, SourceUser: google('2') })
    await more({ ProviderName: 'Google', ProviderAttributeValue: '1' })
    expect(await subjectsOf('ada')).toEqual(['1', '2'])
    expect(await refusedWith(more({ ProviderName: 'Google', ProviderAttributeValue: '9' }))).toBe(
      'UserNotFoundException: User does not exist.',
    )
  })
})

describe('the source of a link', () => {
  test('leads to one user only, and its case counts', async () => {
    await link('ada', google('Sub'))
    expect(await refusedWith(link('bea', google('Sub')))).toBe(merging)
    expect(await refusedWith(link('ada', google('Sub')))).toBe(
      'InvalidParameterException: SourceUser is already linked to DestinationUser',
    )
    await link('bea', google('sub'))
    expect([await subjectsOf('ada'), await subjectsOf('bea')]).toEqual([['Sub'], ['sub']])
  })

  test('leads to one of two users who are linked to it at once', async () => {
    const answers = await Promise.all([refusedWith(link('ada', google('1'))), refusedWith(link('bea', google('1')))])
    expect(answers.toSorted()).toEqual([merging, 'not refused'])
    expect([...(await subjectsOf('ada')), ...(await subjectsOf('bea'))]).toEqual(['1'])
  })

  test('is one of five at most, however many are linked at once [D]', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => refusedWith(link('ada', google(`${n}`)))))
    expect(answers.filter((answer) => answer !== 'not refused')).toEqual([
      'LimitExceededException: User has reached the limit of 5 linked identities.',
    ])
    expect(await subjectsOf('ada')).toHaveLength(5)
  })

  test('is free again when its user goes', async () => {
    const { call, UserPoolId } = people
    await link('ada', google('1'))
    await call('AdminDeleteUser', { UserPoolId, Username: 'ada' })
    await link('bea', google('1'))
    expect(await subjectsOf('bea')).toEqual(['1'])
  })
})

describe('a link is refused', () => {
  test.each([
    ['no provider', { ProviderName: undefined }, 'Missing required parameter SourceUser.ProviderName'],
    ['no attribute', { ProviderAttributeName: '' }, 'Missing required parameter SourceUser.ProviderAttributeName'],
    ['no value', { ProviderAttributeValue: '' }, 'Missing required parameter SourceUser.ProviderAttributeValue'],
    [
      'too long a value',
      { ProviderAttributeValue: 'x'.repeat(513) },
      'SourceUser.ProviderAttributeValue must be at most 512 characters.',
    ],
    ['the pool itself', { ProviderName: 'Cognito' }, 'SourceUser must be a user of an identity provider.'],
  ])('for a source with %s', async (_, change, message) => {
    expect(await refusedWith(link('ada', { ...google('1'), ...change }))).toBe(`InvalidParameterException: ${message}`)
  })

  test('not for the longest value', async () => {
    const longest = '\u20ac'.repeat(512)
    await link('ada', google(longest))
    expect(await subjectsOf('ada')).toEqual([longest])
  })

  test('without its user, and without its provider', async () => {
    expect(await refusedWith(link('nobody', google('1')))).toBe('UserNotFoundException: User does not exist.')
    expect(await refusedWith(link('ada', { ...google('1'), ProviderName: 'Facebook' }))).toBe(
      'ResourceNotFoundException: Identity provider Facebook does not exist.',
    )
  })
})

describe('AdminDisableProviderForUser', () => {
  test('takes one link away, and its source is free again', async () => {
    await link('ada', google('1'))
    await link('ada', google('2'))
    expect(await unlink(google('1'))).toEqual({})
    expect(await subjectsOf('ada')).toEqual(['2'])
    await link('bea', google('1'))
    expect(await unlink(google('2'))).toEqual({})
    expect(await people.attributesOf('ada')).not.toHaveProperty('identities')
    expect(await people.signIn('ada')).toHaveProperty('AuthenticationResult')
  })

  test('takes what was linked by an attribute away by that attribute [D]', async () => {
    const source = { ...google('e@x'), ProviderName: 'Okta', ProviderAttributeName: 'email' }
    await link('ada', source)
    expect(await refusedWith(unlink({ ...source, ProviderAttributeName: 'Cognito_Subject' }))).toBe(
      'UserNotFoundException: User does not exist.',
    )
    await unlink(source)
    expect(await subjectsOf('ada')).toEqual([])
  })

  test('takes a link of a provider away that is gone', async () => {
    const { call, UserPoolId } = people
    await link('ada', google('1'))
    await call('DeleteIdentityProvider', { UserPoolId, ProviderName: 'Google' })
    await unlink(google('1'))
    expect(await subjectsOf('ada')).toEqual([])
    expect(await refusedWith(unlink(google('1')))).toBe(
      'ResourceNotFoundException: Identity provider Google does not exist.',
    )
  })
})

describe('AdminDisableProviderForUser of the pool itself', () => {
  test('ends sign-in by password, and its recovery [D]', async () => {
    const { call, UserPoolId, ClientId } = people
    await call('ForgotPassword', { ClientId, Username: 'ada' })
    const ConfirmationCode = await people.codeTo('ada@example.com')
    await unlink({ ...google('ada'), ProviderName: 'Cognito' })
    expect(await people.statusOf('ada')).toBe('EXTERNAL_PROVIDER')
    expect(await refusedWith(people.signIn('ada'))).toBe('NotAuthorizedException: Incorrect username or password.')
    const reset = { ClientId, Username: 'ada', ConfirmationCode, Password: goodPassword }
    expect(await refusedWith(call('ConfirmForgotPassword', reset))).toBe(
      'NotAuthorizedException: User password cannot be reset in the current state.',
    )
    expect(await refusedWith(call('ForgotPassword', { ClientId, Username: 'ada' }))).toBe(
      'NotAuthorizedException: User password cannot be reset in the current state.',
    )
    expect(await refusedWith(call('AdminResetUserPassword', { UserPoolId, Username: 'ada' }))).toContain(
      'NotAuthorizedException',
    )
  })

  test('needs a confirmed user, by their subject', async () => {
    const own = (username: string) => ({ ...google(username), ProviderName: 'Cognito' })
    await people.signUp('cid')
    expect(await refusedWith(unlink(own('cid')))).toBe('InvalidParameterException: User is not confirmed.')
    expect(await refusedWith(unlink(own('nobody')))).toBe('UserNotFoundException: User does not exist.')
    expect(await refusedWith(unlink({ ...own('ada'), ProviderAttributeName: 'email' }))).toBe(
      'InvalidParameterException: ProviderAttributeName must be Cognito_Subject.',
    )
    expect(await refusedWith(unlink({ ProviderName: 'Cognito' }))).toBe(
      'InvalidParameterException: Missing required parameter User.ProviderAttributeName',
    )
  })
})

test('pools of other accounts and regions are not there', async () => {
  for (const UserPoolId of await poolsOfOthers(people)) {
    const calls = [
      people.call('AdminLinkProviderForUser', { UserPoolId, DestinationUser: local('ada'), SourceUser: google('1') }),
      people.call('AdminDisableProviderForUser', { UserPoolId, User: google('1') }),
    ]
    for (const one of calls)
      expect(await refusedWith(one)).toBe(`ResourceNotFoundException: User pool ${UserPoolId} does not exist.`)
  }
})
