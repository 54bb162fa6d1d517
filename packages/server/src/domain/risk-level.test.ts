import type { RiskLevelType } from '@cognate/wire/user-pools.ts'
import { expect, test } from 'vitest'
import { addressRiskLevel, riskLevel, type RiskFacts } from './risk-level.ts'

const home = { addressDigest: 'home', deviceDigest: 'phone' }
const denied = { addressDigest: 'there', deviceDigest: 'theirs', feedback: 'Invalid' } as const
const quiet: RiskFacts = { familiar: [home], ...home, failures: 0, failingAccounts: 0 }

test.each<readonly [string, Partial<RiskFacts>, RiskLevelType | undefined]>([
  ['at home', {}, undefined],
  ['elsewhere, with their device', { addressDigest: 'there' }, 'Low'],
  ['at home, with a new device', { deviceDigest: 'new' }, 'Low'],
  ['elsewhere, with a new device', { addressDigest: 'there', deviceDigest: 'new' }, 'Medium'],
  ['elsewhere, saying nothing of the device', { addressDigest: 'there', deviceDigest: undefined }, 'Low'],
  ['through a server that tells nothing', { addressDigest: undefined, deviceDigest: undefined }, undefined],
  ['for the first time', { familiar: [], addressDigest: 'there', deviceDigest: 'new' }, undefined],
  ['from where they said it was not them', { familiar: [home, denied], addressDigest: 'there' }, 'Medium'],
  [
    'from where and with what they said it was not them',
    { familiar: [home, denied], addressDigest: 'there', deviceDigest: 'theirs' },
    'High',
  ],
  [
    'from where they said that it was them',
    { familiar: [home, { ...denied, feedback: 'Valid' }], addressDigest: 'there' },
    undefined,
  ],
  ['with all that is known denied', { familiar: [denied] }, 'Medium'],
  ['at home, after ten wrong passwords', { failures: 10 }, undefined],
  ['for the first time, after four wrong passwords', { familiar: [], failures: 4 }, undefined],
  ['for the first time, after five wrong passwords', { familiar: [], failures: 5 }, 'Low'],
  ['for the first time, after ten wrong passwords', { familiar: [], failures: 10 }, 'Medium'],
  [
    'through a server that tells nothing, after ten wrong passwords',
    { addressDigest: undefined, deviceDigest: undefined, failures: 10 },
    'Medium',
  ],
  ['elsewhere, after five wrong passwords', { addressDigest: 'there', failures: 5 }, 'Medium'],
  ['elsewhere, after ten wrong passwords', { addressDigest: 'there', failures: 10 }, 'High'],
  ['where nine accounts failed', { failingAccounts: 9 }, undefined],
  ['where ten accounts failed', { failingAccounts: 10 }, 'Medium'],
  ['where thirty accounts failed', { failingAccounts: 30 }, 'High'],
  ['for the first time, where thirty accounts failed', { familiar: [], failingAccounts: 30 }, 'High'],
])('a user who signs in %s', (_how, facts, level) => {
  expect(riskLevel({ ...quiet, ...facts })).toBe(level)
})

test.each([
  [9, undefined],
  [10, 'Medium'],
  [29, 'Medium'],
  [30, 'High'],
])('an address where %i accounts failed is judged alone, whoever is tried', (failingAccounts, level) => {
  expect(addressRiskLevel({ failingAccounts })).toBe(level)
})
