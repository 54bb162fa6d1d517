import { buildClient, CommitmentPolicy, KmsKeyringNode } from '@aws-crypto/client-node'

interface SenderEvent {
  readonly triggerSource: string
  readonly request: { readonly code: string | null }
}

/**
 * A function that sends messages, written as AWS's sample is: it knows its key by the environment, and KMS by AWS's own
 * client. https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-email-sender.html
 */
export async function decryptedCode(event: SenderEvent): Promise<string | undefined> {
  const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
  const generatorKeyId = process.env['KEY_ALIAS'] ?? ''
  const keyIds = [process.env['KEY_ARN'] ?? '']
  const keyring = new KmsKeyringNode({ generatorKeyId, keyIds })
  if (event.request.code === null) return undefined
  const { plaintext } = await decrypt(keyring, Buffer.from(event.request.code, 'base64'))
  return plaintext.toString('utf8')
}
