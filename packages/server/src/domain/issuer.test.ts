import { expect, test } from 'vitest'
import { poolWith } from '../testing/mail-fixtures.ts'
import { issuerOf } from './issuer.ts'

const site = { publicUrl: 'https://id.example.com', issuer: 'cognate' } as const
const own = 'https://id.example.com/us-east-1_abcdefghi'
const amazons = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abcdefghi'

test('the issuer is the pool’s own address', () => {
  expect(issuerOf(poolWith(), site)).toBe(own)
})

test('the server or a tag of the pool choose Amazon’s form; the tag has the last word', () => {
  const tagged = (issuer: string) => poolWith({ UserPoolTags: { 'cognate:issuer': issuer } })
  expect(issuerOf(poolWith(), { ...site, issuer: 'aws' })).toBe(amazons)
  expect(issuerOf(tagged('aws'), site)).toBe(amazons)
  expect(issuerOf(tagged('cognate'), { ...site, issuer: 'aws' })).toBe(own)
})

test('IssuerConfiguration chooses among Amazon’s forms, and nothing else', () => {
  const updated = poolWith({ IssuerConfiguration: { Type: 'UPDATED' } })
  const original = poolWith({ IssuerConfiguration: { Type: 'ORIGINAL' } })
  expect(issuerOf(updated, { ...site, issuer: 'aws' })).toBe(
    'https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_abcdefghi',
  )
  expect(issuerOf(original, { ...site, issuer: 'aws' })).toBe(amazons)
  expect(issuerOf(updated, site)).toBe(own)
})
