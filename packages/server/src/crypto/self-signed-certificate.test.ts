import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { systemRandom } from '../ambient/random.ts'
import { selfSignedCertificate } from './self-signed-certificate.ts'
import { newKeyPair } from './signing-keys.ts'

test('a certificate names its owner and its time, and is signed by the key that it holds', async () => {
  const { privateKey } = await newKeyPair(systemRandom)
  const from = new Date(Date.UTC(2026, 0, 1))
  const until = new Date(Date.UTC(2056, 0, 1))
  const facts = { commonName: 'us-east-1_a+b,CN=x', serialNumber: '0123456789abcdef', from, until }

  const der = await selfSignedCertificate(privateKey, facts)
  const certificate = new X509Certificate(der)

  expect(certificate.subject).toBe('CN=us-east-1_a\\+b\\,CN=x')
  expect(certificate.issuer).toBe(certificate.subject)
  expect(certificate.serialNumber).toBe('0123456789ABCDEF')
  expect([certificate.validFromDate, certificate.validToDate]).toEqual([from, until])
  const key = createPublicKey(createPrivateKey(privateKey))
  expect(certificate.verify(key)).toBe(true)
  expect(certificate.publicKey.equals(key)).toBe(true)
  const subjectKeyIdentifier = '0603551d0e'
  expect(der.toString('hex')).toContain(subjectKeyIdentifier)
})
