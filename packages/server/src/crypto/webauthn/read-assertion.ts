import { base64urlBytes } from './base64url-bytes.ts'
import { readCredentialResponse, type CredentialResponse } from './credential-response.ts'

/** An answer to request options. */
export interface AssertionResponse extends CredentialResponse {
  readonly authenticatorData: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
  readonly userHandle: string | undefined
}

const mostBytes = 2048

/** Undefined for what is no answer to request options. */
export function readAssertion(document: unknown): AssertionResponse | undefined {
  const read = readCredentialResponse(document)
  if (!read) return undefined
  const authenticatorData = base64urlBytes(read.response['authenticatorData'], mostBytes)
  const signature = base64urlBytes(read.response['signature'], mostBytes)
  const userHandle = read.response['userHandle'] ?? undefined
  if (!authenticatorData || !signature || (userHandle !== undefined && typeof userHandle !== 'string')) return undefined
  return { ...read, authenticatorData, signature, userHandle }
}
