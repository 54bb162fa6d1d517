import { readFunctionArn } from '../functions/function-arn.ts'
import type { Reader } from './readers.ts'
import { isUnfit } from './unfit.ts'

/** What was said of one function. */
export interface OfFunction<Value> {
  readonly arn: string
  readonly value: Value
}

/** `ARN=VALUE`. */
export function ofFunction<Value>(reader: Reader<Value>): Reader<OfFunction<Value>> {
  return (text) => {
    const [name = '', ...rest] = text.split('=')
    const arn = name.replace(/:\$LATEST$/, '')
    if (!readFunctionArn(arn)) return { must: 'must begin with the ARN of a function, and =' }
    const value = reader(rest.join('='))
    return isUnfit(value) ? { must: value.must } : { arn, value }
  }
}

/** http only to this machine itself. */
export const webhookUrl: Reader<string> = (text) => {
  const url = URL.parse(text)
  const fits = url && (url.protocol === 'https:' || (url.protocol === 'http:' && namesLoopback(url.hostname)))
  return fits && !`${url.username}${url.password}`
    ? url.href
    : { must: 'must lead to a URL such as https://hooks.example.com/guard' }
}

const namesLoopback = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host)

/** As Standard Webhooks writes keys. */
export const webhookSecret: Reader<Buffer> = (text) => {
  const [, encoded = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text.trim()) ?? []
  const key = Buffer.from(encoded, 'base64')
  return key.length >= 24 && key.length <= 64
    ? key
    : { must: 'must hold whsec_ and 24 to 64 bytes in base64 (make one with: echo "whsec_$(openssl rand -base64 32)")' }
}
