import { Sha256 } from '@aws-crypto/sha256-js'
import { SignatureV4 } from '@smithy/signature-v4'

interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

interface ServiceCall {
  readonly address: string
  readonly method: 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** An operation of user pools as a script would fetch it, without any library. */
export function serviceCall(address: string, operation: string, input: object): ServiceCall {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
  }
  return { address, method: 'POST', headers, body: JSON.stringify(input) }
}

/** The same call, signed. */
export async function signed(call: ServiceCall, credentials: Credentials): Promise<ServiceCall> {
  const { host, hostname, protocol } = new URL(call.address)
  const signer = new SignatureV4({ service: 'cognito-idp', region: 'us-east-1', credentials, sha256: Sha256 })
  const { headers } = await signer.sign({ ...call, protocol, hostname, path: '/', headers: { ...call.headers, host } })
  // The browser itself says which host it asks.
  const { host: _, ...others } = headers
  return { ...call, headers: others }
}
