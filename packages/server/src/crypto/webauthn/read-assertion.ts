import { base64urlBytes } from './base64url-bytes.ts'
import { readCredentialResponse, type CredentialResponse } from './credential-response.ts'

/** An answer to request options. */
export interface AssertionResponse extends CredentialResponse {
  readonly authenticatorData: string
  readonly signature: string
  readonly userHandle: string | undefined
}

const mostBytes = 2048

/** Undefined for what is no answer to request options. */
export function readAssertion(document: unknown): AssertionResponse | undefined {
  const read = readCredentialResponse(document)
  if (!read) return undefined
  const { authenticatorData, signature, userHandle } = read.response
  if (!isBytes(authenticatorData) || !isBytes(signature)) return undefined
  if (userHandle !== undefined && userHandle !== null && typeof userHandle !== 'string') return undefined
  return { ...read, authenticatorData, signature, userHandle: userHandle ?? undefined }
}

const isBytes = (text: unknown): text is string => base64urlBytes(text, mostBytes) !== undefined
