import { base64urlBytes } from './base64url-bytes.ts'
import { readClientData, type ClientData } from './client-data.ts'
import { isRecord } from './is-record.ts'

/** What both ceremonies send, read as far as it is used. */
export interface CredentialResponse {
  /** base64url */
  readonly id: string
  readonly clientDataJSON: string
  readonly clientData: ClientData
  /** What only one of the ceremonies sends. */
  readonly response: Readonly<Record<string, unknown>>
  readonly attachment?: string
}

const mostIdBytes = 1023
const mostClientDataBytes = 8192

/** https://www.w3.org/TR/webauthn-3/#dictdef-registrationresponsejson and -authenticationresponsejson; undefined if it is none. */
export function readCredentialResponse(document: unknown): CredentialResponse | undefined {
  if (!isRecord(document) || !isRecord(document['response'])) return undefined
  const { id, rawId, type, response, authenticatorAttachment: attachment } = document
  const { clientDataJSON } = response
  if (type !== 'public-key' || typeof id !== 'string' || id !== rawId) return undefined
  const json = base64urlBytes(clientDataJSON, mostClientDataBytes)
  const clientData = json && readClientData(json)
  if (!clientData || typeof clientDataJSON !== 'string' || !base64urlBytes(id, mostIdBytes)) return undefined
  const known = attachment === 'platform' || attachment === 'cross-platform'
  return { id, clientDataJSON, clientData, response, ...(known && { attachment }) }
}
