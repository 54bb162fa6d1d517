import { expect, test } from 'vitest'
import { overriddenAccessClaims, overriddenIdClaims } from './override-claims.ts'
import type { TokenOverrides } from './token-overrides.ts'

const nothing = { claimsToAddOrOverride: {}, claimsToSuppress: [] }
const noScopes = { scopesToAdd: [], scopesToSuppress: [] }
const overrides = (of: Partial<TokenOverrides>): TokenOverrides => ({
  id: nothing,
  access: { ...nothing, ...noScopes },
  ...of,
})
const idClaims = {
  sub: 's',
  aud: 'client',
  token_use: 'id',
  email: 'ada@example.com',
  'cognito:groups': ['a'],
  'cognito:roles': ['r'],
  'cognito:preferred_role': 'r',
}
const accessClaims = {
  sub: 's',
  client_id: 'client',
  'cognito:groups': ['a'],
  scope: 'aws.cognito.signin.user.admin',
}

test('without a function everything stays', () => {
  expect(overriddenIdClaims(idClaims, undefined)).toBe(idClaims)
  expect(overriddenAccessClaims(accessClaims, undefined)).toBe(accessClaims)
})

test('claims are added, overridden and suppressed; to suppress goes before to add [D]', () => {
  const claimsToAddOrOverride = { email: 'other@example.com', tenant: { id: 7 }, gone: 'x' }
  const id = { claimsToAddOrOverride, claimsToSuppress: ['gone'] }
  expect(overriddenIdClaims(idClaims, overrides({ id }))).toEqual({
    ...idClaims,
    email: 'other@example.com',
    tenant: { id: 7 },
  })
  expect(
    overriddenIdClaims(idClaims, overrides({ id: { ...nothing, claimsToSuppress: ['email'] } })),
  ).not.toHaveProperty('email')
})

const reserved = `acr amr at_hash aud auth_time azp client_id device_key event_id exp iat identities iss jti nbf nonce
  origin_jti scope sub token_use username version cognito:username cognito:groups cognito:roles cognito:anything`
test.each(reserved.split(/\s+/))('no function changes or suppresses %s [D]', (name) => {
  const claims = { [name]: 'mine' }
  const change = { claimsToAddOrOverride: { [name]: 'forged' }, claimsToSuppress: [] }
  const suppression = { ...nothing, claimsToSuppress: [name] }
  for (const changes of [change, suppression]) {
    expect(overriddenIdClaims(claims, overrides({ id: changes }))).toEqual(claims)
    const { scope = 'mine', ...access } = overriddenAccessClaims(
      claims,
      overrides({ access: { ...changes, ...noScopes } }),
    )
    expect(name === 'scope' ? { scope } : access).toEqual(claims)
  }
})

test('attributes for developers can be suppressed, and not written [D]', () => {
  const claims = { 'dev:note': 'mine' }
  const id = { claimsToAddOrOverride: { 'dev:note': 'forged' }, claimsToSuppress: [] }
  expect(overriddenIdClaims(claims, overrides({ id }))).toEqual(claims)
  expect(overriddenIdClaims(claims, overrides({ id: { ...nothing, claimsToSuppress: ['dev:note'] } }))).toEqual({})
})

test.each([
  ['client', 'client'],
  ['other', undefined],
])('an access token may be for its client alone (%s) [D]', (aud, expected) => {
  const access = { claimsToAddOrOverride: { aud }, claimsToSuppress: [], ...noScopes }
  expect(overriddenAccessClaims(accessClaims, overrides({ access }))['aud']).toBe(expected)
})

test('scopes are added once each, and taken away; a token may be left without any [D]', () => {
  const access = { ...nothing, scopesToAdd: ['a/read', 'a/read', 'openid'], scopesToSuppress: ['openid'] }
  expect(overriddenAccessClaims(accessClaims, overrides({ access }))['scope']).toBe(
    'aws.cognito.signin.user.admin a/read',
  )
  const none = { ...nothing, scopesToAdd: [], scopesToSuppress: ['aws.cognito.signin.user.admin'] }
  expect(overriddenAccessClaims(accessClaims, overrides({ access: none }))).not.toHaveProperty('scope')
})

test('groups change in both tokens, roles in the ID token; both can be taken away [D]', () => {
  const groups = { names: ['b', 'c'], roles: ['q'], preferredRole: 'q' }
  expect(overriddenIdClaims(idClaims, overrides({ groups }))).toMatchObject({
    'cognito:groups': ['b', 'c'],
    'cognito:roles': ['q'],
    'cognito:preferred_role': 'q',
  })
  expect(overriddenAccessClaims(accessClaims, overrides({ groups }))).toEqual({
    ...accessClaims,
    'cognito:groups': ['b', 'c'],
  })
  const none = { names: [], roles: [], preferredRole: undefined }
  expect(Object.keys(overriddenIdClaims(idClaims, overrides({ groups: none })))).toEqual([
    'sub',
    'aud',
    'token_use',
    'email',
  ])
  expect(overriddenAccessClaims(accessClaims, overrides({ groups: none }))).not.toHaveProperty('cognito:groups')
})
