import { createHash } from 'node:crypto'

/** Why a request does not count as signed, in AWS's names and words. */
export interface SignatureFailure {
  readonly kind: 'failure'
  readonly name:
    | 'MissingAuthenticationTokenException'
    | 'IncompleteSignatureException'
    | 'InvalidSignatureException'
    | 'UnrecognizedClientException'
  readonly message: string
}

/** An operation that must be signed was not. */
export const missingAuthenticationToken: SignatureFailure = {
  kind: 'failure',
  name: 'MissingAuthenticationTokenException',
  message: 'Missing Authentication Token',
}

/** The access key, or the session token that belongs to it, is not known. */
export const unrecognizedClient: SignatureFailure = {
  kind: 'failure',
  name: 'UnrecognizedClientException',
  message: 'The security token included in the request is invalid.',
}

export const signatureMismatch = invalidSignature(
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key ' +
    'and signing method. Consult the service documentation for details.',
)

export function invalidSignature(message: string): SignatureFailure {
  return { kind: 'failure', name: 'InvalidSignatureException', message }
}

export function incompleteSignature(message: string): SignatureFailure {
  return { kind: 'failure', name: 'IncompleteSignatureException', message }
}

/** How AWS points at an Authorization header without repeating what may be a secret. */
export function hashedAuthorization(header: string): string {
  const hash = createHash('sha256').update(header, 'utf8').digest('base64')
  return `(Hashed with SHA-256 and encoded with Base64) Authorization=${hash}`
}
