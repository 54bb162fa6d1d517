import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DisableKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { kmsScene } from '../testing/kms-scene.ts'

let scene: Awaited<ReturnType<typeof kmsScene>>
let send: Awaited<ReturnType<typeof kmsScene>>['client']['send']
let KeyId: string
let Arn: string
beforeAll(async () => {
  scene = await kmsScene()
  send = scene.client.send.bind(scene.client)
})
beforeEach(async () => {
  const { KeyMetadata } = await send(new CreateKeyCommand({}))
  ;[KeyId, Arn] = [KeyMetadata?.KeyId ?? '', KeyMetadata?.Arn ?? '']
})
afterAll(() => scene[Symbol.asyncDispose]())

const others = [
  ['444455556666', 'us-east-1'],
  ['111122223333', 'eu-west-1'],
] as const
const EncryptionContext = { 'userpool-id': 'p', purpose: 'code' }
const encrypt = async () =>
  (await send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('123456'), EncryptionContext }))).CiphertextBlob

describe('what a key encrypted', () => {
  test('it decrypts for the same context, whoever is named or not [D]', async () => {
    const AliasName = `alias/${KeyId}`
    await send(new CreateAliasCommand({ AliasName, TargetKeyId: KeyId }))
    const CiphertextBlob = await encrypt()
    for (const named of [undefined, KeyId, Arn, AliasName]) {
      const answer = await send(new DecryptCommand({ CiphertextBlob, EncryptionContext, KeyId: named }))
      expect(Buffer.from(answer.Plaintext ?? []).toString()).toBe('123456')
      expect([answer.KeyId, answer.EncryptionAlgorithm]).toEqual([Arn, 'SYMMETRIC_DEFAULT'])
    }
  })

  test.each([undefined, {}, { 'userpool-id': 'q', purpose: 'code' }, { ...EncryptionContext, more: '' }])(
    'it does not decrypt for another context: %j [D]',
    async (other) => {
      const decrypting = send(new DecryptCommand({ CiphertextBlob: await encrypt(), EncryptionContext: other }))
      await expect(decrypting).rejects.toMatchObject({ name: 'InvalidCiphertextException' })
    },
  )

  test('it does not decrypt once it was altered [D]', async () => {
    const blob = Buffer.from((await encrypt()) ?? [])
    blob[blob.length - 1] = (blob.at(-1) ?? 0) ^ 1
    for (const CiphertextBlob of [blob, Buffer.from('nonsense'), blob.subarray(0, 30)]) {
      const decrypting = send(new DecryptCommand({ CiphertextBlob, EncryptionContext }))
      await expect(decrypting).rejects.toMatchObject({ name: 'InvalidCiphertextException' })
    }
  })

  test('another key that is named does not decrypt [D]', async () => {
    const CiphertextBlob = await encrypt()
    const other = (await send(new CreateKeyCommand({}))).KeyMetadata?.KeyId
    const decrypting = send(new DecryptCommand({ CiphertextBlob, EncryptionContext, KeyId: other }))
    await expect(decrypting).rejects.toMatchObject({ name: 'IncorrectKeyException' })
  })

  test('another account, or another Region, does not decrypt [D]', async () => {
    const CiphertextBlob = await encrypt()
    for (const place of others) {
      const other = await scene.clientOf(place[0], place[1])
      const decrypting = other.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }))
      await expect(decrypting).rejects.toMatchObject({ name: 'AccessDeniedException' })
    }
  })
})

describe.each([
  ['disabled', () => send(new DisableKeyCommand({ KeyId })), 'DisabledException'],
  ['to be deleted', () => send(new ScheduleKeyDeletionCommand({ KeyId })), 'KMSInvalidStateException'],
] as const)('a key that is %s', (_, change, name) => {
  test('does nothing [D]', async () => {
    const CiphertextBlob = await encrypt()
    await change()
    await expect(encrypt()).rejects.toMatchObject({ name })
    await expect(send(new DecryptCommand({ CiphertextBlob, EncryptionContext }))).rejects.toMatchObject({ name })
    await expect(send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }))).rejects.toMatchObject({ name })
  })
})

test('what a deleted key encrypted is lost [D]', async () => {
  const CiphertextBlob = await encrypt()
  await send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }))
  scene.clock.advance(7 * 86_400_000)
  const decrypting = send(new DecryptCommand({ CiphertextBlob, EncryptionContext }))
  await expect(decrypting).rejects.toMatchObject({ name: 'AccessDeniedException' })
})

describe('a data key', () => {
  test.each([
    [{ KeySpec: 'AES_256' } as const, 32],
    [{ KeySpec: 'AES_128' } as const, 16],
    [{ NumberOfBytes: 64 }, 64],
  ])('of %j comes in clear and encrypted [D]', async (length, bytes) => {
    const made = await send(new GenerateDataKeyCommand({ KeyId, EncryptionContext, ...length }))
    expect([made.Plaintext?.length, made.KeyId]).toEqual([bytes, Arn])
    const { Plaintext } = await send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob, EncryptionContext }))
    expect(Plaintext).toEqual(made.Plaintext)
  })

  test('comes without its clear form where that is not asked for [D]', async () => {
    const made = await send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId, KeySpec: 'AES_256' }))
    expect(made).not.toHaveProperty('Plaintext')
    const { Plaintext } = await send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob }))
    expect(Plaintext).toHaveLength(32)
  })

  test('has one length that is said [O]', async () => {
    for (const length of [{}, { KeySpec: 'AES_256', NumberOfBytes: 32 } as const]) {
      const making = send(new GenerateDataKeyCommand({ KeyId, ...length }))
      await expect(making).rejects.toMatchObject({ name: 'ValidationException' })
    }
  })
})

test('what symmetric keys cannot do, and answers for enclaves, are refused', async () => {
  const Plaintext = Buffer.from('x')
  const rsa = { EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' } as const
  const wrong = { name: 'InvalidKeyUsageException' }
  await expect(send(new EncryptCommand({ KeyId, Plaintext, ...rsa }))).rejects.toMatchObject(wrong)
  await expect(send(new DecryptCommand({ CiphertextBlob: Plaintext, ...rsa }))).rejects.toMatchObject(wrong)
  const Recipient = { KeyEncryptionAlgorithm: 'RSAES_OAEP_SHA_256', AttestationDocument: Plaintext } as const
  const making = send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', Recipient }))
  await expect(making).rejects.toMatchObject({ name: 'UnsupportedOperationException' })
})

test('a dry run says that it would work, and nothing else [D]', async () => {
  const CiphertextBlob = await encrypt()
  const [key, DryRun] = [{ KeyId, KeySpec: 'AES_256' } as const, true]
  const would = { name: 'DryRunOperationException' }
  const Plaintext = Buffer.from('x')
  await expect(send(new EncryptCommand({ KeyId, Plaintext, DryRun }))).rejects.toMatchObject(would)
  await expect(send(new DecryptCommand({ CiphertextBlob, EncryptionContext, DryRun }))).rejects.toMatchObject(would)
  await expect(send(new GenerateDataKeyCommand({ ...key, DryRun }))).rejects.toMatchObject(would)
  const without = send(new GenerateDataKeyWithoutPlaintextCommand({ ...key, DryRun }))
  await expect(without).rejects.toMatchObject(would)
})
