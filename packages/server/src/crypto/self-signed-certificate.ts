import { createPublicKey, webcrypto } from 'node:crypto'
import { readPrivateKey } from './signing-keys.ts'

export interface CertificateFacts {
  readonly commonName: string
  /** Hexadecimal; positive and at most 20 bytes long (RFC 5280 section 4.1.2.2). */
  readonly serialNumber: string
  readonly from: Date
  readonly until: Date
}

/** An X.509 certificate that an RSA key (PEM) signs for itself, in DER. */
export async function selfSignedCertificate(privateKey: string, facts: CertificateFacts): Promise<Buffer> {
  const { SubjectKeyIdentifierExtension, X509CertificateGenerator } = await loadX509()
  const keys = await webKeys(privateKey)
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: facts.serialNumber,
      name: [{ CN: [facts.commonName] }],
      notBefore: facts.from,
      notAfter: facts.until,
      signingAlgorithm: algorithm,
      keys,
      // RFC 5280 section 4.1: a list of extensions is never empty.
      extensions: [await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto)],
    },
    webcrypto,
  )
  return Buffer.from(certificate.rawData)
}

/** Loaded when it is needed, which is rarely; it wants its polyfill to be there before it. */
async function loadX509() {
  await import('reflect-metadata')
  return import('@peculiar/x509')
}

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

async function webKeys(pem: string) {
  const key = readPrivateKey(pem)
  const pkcs8 = key.export({ format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(pem).export({ format: 'der', type: 'spki' })
  const { subtle } = webcrypto
  return {
    privateKey: await subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']),
    publicKey: await subtle.importKey('spki', spki, algorithm, true, ['verify']),
  }
}
