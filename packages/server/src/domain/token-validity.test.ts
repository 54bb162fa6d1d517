import { expect, test } from 'vitest'
import type { ClientSettings } from './pool.ts'
import { tokenValidity, tracksTokenOrigin } from './token-validity.ts'

const withSettings = (settings: Partial<ClientSettings>) => ({ settings: { ClientName: 'app', ...settings } })

test('tokens live an hour and refresh tokens thirty days, whatever units are named beside no values', () => {
  const defaults = { accessToken: 3600, idToken: 3600, refreshToken: 2_592_000 }
  const TokenValidityUnits = { AccessToken: 'minutes', IdToken: 'seconds', RefreshToken: 'minutes' } as const
  expect(tokenValidity(withSettings({}))).toEqual(defaults)
  expect(tokenValidity(withSettings({ TokenValidityUnits }))).toEqual(defaults)
  expect(tokenValidity(withSettings({ RefreshTokenValidity: 0 }))).toEqual(defaults)
})

test('values without units are hours, and days for refresh tokens', () => {
  const values = { AccessTokenValidity: 2, IdTokenValidity: 3, RefreshTokenValidity: 4 }
  expect(tokenValidity(withSettings(values))).toEqual({ accessToken: 7200, idToken: 10_800, refreshToken: 345_600 })
})

test('each value has its own unit', () => {
  expect(
    tokenValidity(
      withSettings({
        AccessTokenValidity: 300,
        IdTokenValidity: 5,
        RefreshTokenValidity: 60,
        TokenValidityUnits: { AccessToken: 'seconds', IdToken: 'minutes', RefreshToken: 'minutes' },
      }),
    ),
  ).toEqual({ accessToken: 300, idToken: 300, refreshToken: 3600 })
})

test('rotation needs the origin of tokens even where revocation is off', () => {
  const rotating = { Feature: 'ENABLED' } as const
  expect(tracksTokenOrigin(withSettings({}))).toBe(true)
  expect(tracksTokenOrigin(withSettings({ EnableTokenRevocation: false }))).toBe(false)
  expect(tracksTokenOrigin(withSettings({ EnableTokenRevocation: false, RefreshTokenRotation: rotating }))).toBe(true)
})
