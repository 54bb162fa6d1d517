import { Sha256 } from '@aws-crypto/sha256-js'
import { SignatureV4 } from '@smithy/signature-v4'
import type { HttpRequest } from '../http/message.ts'

export interface Signing {
  readonly id: string
  readonly secret: string
  readonly target: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly body?: string
  readonly service?: string
  readonly region?: string
  readonly presigned?: boolean
  readonly sessionToken?: string
  /** Sent along unsigned, as a proxy or a browser adds them. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A call as Amazon's own SDK signs it. */
export async function signedRequest(signing: Signing): Promise<HttpRequest> {
  const { body = '{}', at } = signing
  const request = {
    method: 'POST',
    protocol: 'http:',
    hostname: 'localhost',
    port: 9400,
    path: '/',
    query: {},
    headers: { host: 'localhost:9400', 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': signing.target },
    body,
  }
  const signer = signerOf(signing)
  const signingDate = new Date(at)
  const signed = signing.presigned
    ? await signer.presign(request, { signingDate, expiresIn: 900, unhoistableHeaders: new Set(['x-amz-target']) })
    : await signer.sign(request, { signingDate })
  return {
    method: 'POST',
    path: '/',
    query: new URLSearchParams(signed.query as Record<string, string>).toString(),
    headers: { ...signed.headers, ...signing.headers },
    body: Buffer.from(body),
    remoteAddress: '127.0.0.1',
    secure: false,
  }
}

function signerOf({ id, secret, sessionToken, service = 'cognito-idp', region = 'us-east-1' }: Signing): SignatureV4 {
  const credentials = { accessKeyId: id, secretAccessKey: secret, ...(sessionToken && { sessionToken }) }
  return new SignatureV4({ credentials, region, service, sha256: Sha256 })
}
