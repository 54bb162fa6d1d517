import { isUtf8 } from 'node:buffer'
import { WireError } from './wire-error.ts'

const unreadable = (what: string): WireError =>
  new WireError('SerializationException', `The request body is not ${what}.`)

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // The parser's own message quotes the body, which may hold a password.
    throw unreadable('valid JSON')
  }
}

/**
 * The JSON object or list of a request's body; throws a SerializationException. AWS gives these refusals no message at all
 * [O]; ours help a developer and nobody can depend on their absence.
 */
export const parseBody = (body: Uint8Array): object => {
  if (!isUtf8(body)) throw unreadable('valid UTF-8')
  const json = parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8'))
  if (typeof json !== 'object' || json === null) throw unreadable('a JSON object')
  return json
}
