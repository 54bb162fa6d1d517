import { isUtf8 } from 'node:buffer'
import { WireError } from './wire-error.ts'

/** The JSON of a request's body; throws a SerializationException. */
export const parseBody = (body: Uint8Array): unknown => {
  if (!isUtf8(body)) throw new WireError('SerializationException', 'The request body is not valid UTF-8.')
  try {
    return JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8')) as unknown
  } catch {
    // The parser's own message quotes the body, which may hold a password.
    throw new WireError('SerializationException', 'The request body is not valid JSON.')
  }
}
