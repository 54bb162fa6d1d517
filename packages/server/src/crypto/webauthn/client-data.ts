import { isRecord } from './is-record.ts'

/** What the browser says of the page that asked: https://www.w3.org/TR/webauthn-3/#dictdef-collectedclientdata */
export interface ClientData {
  readonly challenge: string
  readonly origin: string
  /** In a frame of another site's page. */
  readonly crossOrigin: boolean
}

export function readClientData(json: Uint8Array): ClientData | undefined {
  const { challenge, origin, crossOrigin } = parsed(json)
  if (typeof challenge !== 'string' || typeof origin !== 'string') return undefined
  return { challenge, origin, crossOrigin: crossOrigin !== undefined && crossOrigin !== false }
}

function parsed(json: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(json).toString('utf8'))
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}
