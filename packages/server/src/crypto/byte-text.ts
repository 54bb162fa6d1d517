/**
 * Bytes as text of one character each: how they go to another thread and back. Of a Buffer that was cut from Node's pool
 * the whole pool would be copied, and what arrives outside of the heap makes the collector run for its sake.
 */
export function textOfBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

export function bytesOfText(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}
