import type { OperationName, Operations } from '@cognate/wire/user-pools.ts'

/** Calls an operation at an endpoint, as whoever need not be anybody in particular. */
export type JsonCall = <Name extends OperationName>(
  name: Name,
  input: Operations[Name]['input'],
) => Promise<Operations[Name]['output']>

/** No answer came: whether it was done, nobody can know. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered'
}

/** An error of the operation, under AWS's name. */
export class Refused extends Error {
  override readonly name: string
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

/** The server could not do it and said so: nothing was acknowledged. */
export class ServerFault extends Error {
  override readonly name = 'ServerFault'
}

// In dev an unknown key counts as the administrator, and only the form of its signature is looked at.
const headers = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-date': '20260101T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=${'0'.repeat(64)}`,
}

/** Rejects with Unanswered, Refused or ServerFault. Connections are kept and shared. */
export function jsonCall(endpoint: string): JsonCall {
  return async <Name extends OperationName>(name: Name, input: Operations[Name]['input']) => {
    const { status, answer } = await exchange(endpoint, name, JSON.stringify(input))
    if (status === 200) return answer as Operations[Name]['output']
    const { __type = 'Unknown', message = '' } = answer as { readonly __type?: string; readonly message?: string }
    if (status >= 500) throw new ServerFault(`${name} answered ${status}: ${message}`)
    throw new Refused(__type, message)
  }
}

async function exchange(endpoint: string, name: string, body: string) {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { ...headers, 'x-amz-target': `AWSCognitoIdentityProviderService.${name}` },
      body,
      signal: AbortSignal.timeout(30_000),
    })
    return { status: response.status, answer: (await response.json()) as unknown }
  } catch (error) {
    throw new Unanswered(name, { cause: error })
  }
}
