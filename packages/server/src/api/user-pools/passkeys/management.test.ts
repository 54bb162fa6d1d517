import { expect, test } from 'vitest'
import { passkeyScene } from '../../../testing/passkey-scene.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { tokensOf } from '../../../testing/sign-in-scene.ts'

test('passkeys are listed page by page', async () => {
  await using scene = await passkeyScene()
  const { AccessToken, call } = scene
  const ids = [await scene.registers(), await scene.registers(), await scene.registers()].map(({ id }) => id).sort()
  const first = await call('ListWebAuthnCredentials', { AccessToken, MaxResults: 2 })
  const { NextToken = '' } = first
  const second = await call('ListWebAuthnCredentials', { AccessToken, MaxResults: 2, NextToken })
  expect([...first.Credentials, ...second.Credentials].map(({ CredentialId }) => CredentialId)).toEqual(ids)
  expect(second).not.toHaveProperty('NextToken')
  expect((await call('ListWebAuthnCredentials', { AccessToken, MaxResults: 0 })).Credentials).toHaveLength(3)
  expect(await refusedWith(call('ListWebAuthnCredentials', { AccessToken, NextToken: 'made-up' }))).toBe(
    'InvalidParameterException: Invalid pagination token.',
  )
})

test('a user deletes their own passkeys, each once', async () => {
  await using scene = await passkeyScene()
  const { AccessToken, call } = scene
  await scene.newUser('eve')
  const eves = tokensOf(await scene.byPassword('eve')).AccessToken
  const { id: CredentialId } = await scene.registers()
  const notFound = 'ResourceNotFoundException: Credential does not exist.'
  expect(await refusedWith(call('DeleteWebAuthnCredential', { AccessToken: eves, CredentialId }))).toBe(notFound)
  const both = await Promise.allSettled(
    [0, 1].map(() => call('DeleteWebAuthnCredential', { AccessToken, CredentialId })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await refusedWith(call('DeleteWebAuthnCredential', { AccessToken, CredentialId }))).toBe(notFound)
  expect(await scene.listed()).toEqual([])
})

test('a passkey is among what a user signs in with, where the pool lets them [D]', async () => {
  await using scene = await passkeyScene()
  const { AccessToken, UserPoolId, call } = scene
  const factors = async () => {
    const own = await call('GetUserAuthFactors', { AccessToken })
    expect(own).toEqual(await call('AdminGetUserAuthFactors', { UserPoolId, Username: 'ada' }))
    return own.ConfiguredUserAuthFactors
  }
  expect(await factors()).toEqual(['PASSWORD'])
  const one = await scene.registers()
  const two = await scene.registers()
  expect(await factors()).toEqual(['PASSWORD', 'WEB_AUTHN'])
  await call('DeleteWebAuthnCredential', { AccessToken, CredentialId: one.id })
  expect(await factors()).toEqual(['PASSWORD', 'WEB_AUTHN'])
  await call('DeleteWebAuthnCredential', { AccessToken, CredentialId: two.id })
  expect(await factors()).toEqual(['PASSWORD'])
})

test('the keys of a deleted user can be registered by whoever comes after them', async () => {
  await using scene = await passkeyScene()
  const authenticator = await scene.registers()
  await scene.call('AdminDeleteUser', { UserPoolId: scene.UserPoolId, Username: 'ada' })
  await scene.newUser('ada')
  const { AccessToken } = tokensOf(await scene.byPassword('ada'))
  expect(await scene.listed(AccessToken)).toEqual([])
  await scene.registers(authenticator, AccessToken)
})
