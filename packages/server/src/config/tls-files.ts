import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import type { TlsFiles } from './settings.ts'

/** Certificate and key cannot be served; the message says what to do. */
export class TlsUnusable extends Error {
  override readonly name = 'TlsUnusable'
}

/** PEM text of both, which belong together. Rejects with TlsUnusable. */
export async function readTlsFiles(files: TlsFiles): Promise<{ readonly cert: string; readonly key: string }> {
  const [cert, key] = await Promise.all([readPem(files.certificate), readPem(files.key)])
  try {
    createSecureContext({ cert, key })
  } catch {
    throw new TlsUnusable(
      `${files.certificate} and ${files.key} are not a certificate and its key in PEM: check --tls-cert and --tls-key.`,
    )
  }
  return { cert, key }
}

async function readPem(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new TlsUnusable(`The file ${file} cannot be read: check --tls-cert and --tls-key.`)
  }
}
