import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'

interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** AWS's own client, pointed at a server; nothing but the endpoint differs from what talks to AWS. */
export function sdkClient(
  endpoint: string,
  credentials: Credentials = { accessKeyId: 'test', secretAccessKey: 'test' },
): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({ endpoint, region: 'us-east-1', credentials })
}
