import { createHash, createHmac } from 'node:crypto'
import type { AccessKey } from './site.ts'

const signed = 'host;x-amz-date;x-amz-target'

/** Makes the header lines of a call that AWS signs: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
export function headerSigner({ id, secret }: AccessKey, port: number): (target: string, body: string) => string {
  const date = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '')
  const scope = `${date.slice(0, 8)}/us-east-1/cognito-idp/aws4_request`
  const key = scope.split('/').reduce<Buffer>((last, part) => hmac(last, part), Buffer.from(`AWS4${secret}`))
  return (target, body) => {
    const headers = `host:localhost:${port}\nx-amz-date:${date}\nx-amz-target:${target}\n`
    const canonical = `POST\n/\n\n${headers}\n${signed}\n${sha256(body)}`
    const signature = hmac(key, `AWS4-HMAC-SHA256\n${date}\n${scope}\n${sha256(canonical)}`).toString('hex')
    const authorization = `AWS4-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=${signed}, Signature=${signature}`
    return `X-Amz-Date: ${date}\r\nAuthorization: ${authorization}\r\n`
  }
}

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
