import {
  CancelKeyDeletionCommand,
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  ListKeysCommand,
  ListResourceTagsCommand,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateKeyDescriptionCommand,
} from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kmsScene } from '../testing/kms-scene.ts'

let scene: Awaited<ReturnType<typeof kmsScene>>
let send: Awaited<ReturnType<typeof kmsScene>>['client']['send']
beforeAll(async () => {
  scene = await kmsScene()
  send = scene.client.send.bind(scene.client)
})
afterAll(() => scene[Symbol.asyncDispose]())

const newKey = async (input: CreateKeyCommandInput = {}) => {
  const { KeyMetadata } = await send(new CreateKeyCommand(input))
  return { KeyId: KeyMetadata?.KeyId ?? '', Arn: KeyMetadata?.Arn ?? '' }
}
const describeKey = async (KeyId: string) => (await send(new DescribeKeyCommand({ KeyId }))).KeyMetadata
const dayMs = 86_400_000

describe('a new key', () => {
  test('is symmetric, enabled and of the account and Region that asked [D]', async () => {
    const { KeyId, Arn } = await newKey({ Description: 'codes' })
    expect(KeyId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(Arn).toBe(`arn:aws:kms:us-east-1:111122223333:key/${KeyId}`)
    const metadata = await describeKey(Arn)
    expect(metadata).toEqual(await describeKey(KeyId))
    expect(metadata).toMatchObject({
      AWSAccountId: '111122223333',
      Enabled: true,
      Description: 'codes',
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyState: 'Enabled',
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyManager: 'CUSTOMER',
      Origin: 'AWS_KMS',
      MultiRegion: false,
    })
  })

  test('may be multi-Region, and is then called so [D]', async () => {
    const { KeyId, Arn } = await newKey({ MultiRegion: true })
    expect(KeyId).toMatch(/^mrk-[0-9a-f]{32}$/)
    const PrimaryKey = { Arn, Region: 'us-east-1' }
    expect((await describeKey(KeyId))?.MultiRegionConfiguration).toMatchObject({
      MultiRegionKeyType: 'PRIMARY',
      PrimaryKey,
    })
  })

  test.each<[CreateKeyCommandInput, string]>([
    [{ KeySpec: 'RSA_2048' }, 'UnsupportedOperationException'],
    [{ CustomerMasterKeySpec: 'ECC_NIST_P256' }, 'UnsupportedOperationException'],
    [{ KeyUsage: 'SIGN_VERIFY' }, 'UnsupportedOperationException'],
    [{ Origin: 'EXTERNAL' }, 'UnsupportedOperationException'],
    [{ CustomKeyStoreId: 'cks-1' }, 'UnsupportedOperationException'],
    [{ Policy: 'nonsense' }, 'MalformedPolicyDocumentException'],
    [{ Policy: '[]' }, 'MalformedPolicyDocumentException'],
    [{ Description: 'x'.repeat(8193) }, 'ValidationException'],
    [{ KeySpec: 'NONSENSE' as 'RSA_2048' }, 'ValidationException'],
    [{ Tags: [{ TagKey: 'aws:x', TagValue: '' }] }, 'TagException'],
    [{ Tags: ['', ''].map((TagValue) => ({ TagKey: 'a', TagValue })) }, 'TagException'],
    [{ Tags: Array.from({ length: 51 }, (_, at) => ({ TagKey: `k${at}`, TagValue: '' })) }, 'LimitExceededException'],
  ])('that is nothing we make (%j) is refused', async (input, name) => {
    await expect(send(new CreateKeyCommand(input))).rejects.toMatchObject({ name })
  })
})

describe('a key', () => {
  test.each([
    ['1234abcd-12ab-34cd-56ef-1234567890ab', 'NotFoundException'],
    ['nonsense', 'NotFoundException'],
    ['alias/nonsense', 'NotFoundException'],
    ['arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab', 'NotFoundException'],
    ['arn:aws:lambda:us-east-1:111122223333:key/x', 'NotFoundException'],
    ['arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab', 'AccessDeniedException'],
    ['', 'ValidationException'],
  ])('that is not there (%j) is refused [O]', async (KeyId, name) => {
    await expect(describeKey(KeyId)).rejects.toMatchObject({ name })
  })

  test('of another account, or in another Region, is not there [D]', async () => {
    const { KeyId } = await newKey()
    const other = await scene.clientOf('444455556666')
    const elsewhere = await scene.clientOf('111122223333', 'eu-west-1')
    for (const client of [other, elsewhere]) {
      await expect(client.send(new DescribeKeyCommand({ KeyId }))).rejects.toMatchObject({ name: 'NotFoundException' })
      expect((await client.send(new ListKeysCommand({}))).Keys).toEqual([])
    }
  })

  test('is listed, page by page', async () => {
    const client = await scene.clientOf('777788889999')
    for (const _ of [1, 2, 3]) await client.send(new CreateKeyCommand({}))
    const first = await client.send(new ListKeysCommand({ Limit: 2 }))
    expect([first.Keys?.length, first.Truncated]).toEqual([2, true])
    const rest = await client.send(new ListKeysCommand({ Limit: 2, Marker: first.NextMarker }))
    expect([rest.Keys?.length, rest.Truncated, rest.NextMarker]).toEqual([1, false, undefined])
  })
})

describe('what can be done to a key:', () => {
  test('it is disabled and enabled again [D]', async () => {
    const { KeyId } = await newKey()
    await send(new DisableKeyCommand({ KeyId }))
    expect(await describeKey(KeyId)).toMatchObject({ Enabled: false, KeyState: 'Disabled' })
    await send(new EnableKeyCommand({ KeyId }))
    expect(await describeKey(KeyId)).toMatchObject({ Enabled: true, KeyState: 'Enabled' })
  })

  test('one that is to be deleted can be kept, disabled, and is gone when its days are over [D]', async () => {
    const { KeyId, Arn } = await newKey()
    const deletion = { KeyId, PendingWindowInDays: 7 }
    const scheduled = await send(new ScheduleKeyDeletionCommand(deletion))
    expect(scheduled).toMatchObject({ KeyId: Arn, KeyState: 'PendingDeletion', PendingWindowInDays: 7 })
    expect(scheduled.DeletionDate?.getTime()).toBe(scene.clock.now() + 7 * dayMs)
    expect(await describeKey(KeyId)).toMatchObject({ KeyState: 'PendingDeletion', Enabled: false })
    const invalid = { name: 'KMSInvalidStateException', message: `${Arn} is pending deletion.` }
    await expect(send(new ScheduleKeyDeletionCommand(deletion))).rejects.toMatchObject(invalid)
    await expect(send(new EnableKeyCommand({ KeyId }))).rejects.toMatchObject(invalid)
    await send(new CancelKeyDeletionCommand({ KeyId }))
    expect(await describeKey(KeyId)).toMatchObject({ KeyState: 'Disabled' })
    await expect(send(new CancelKeyDeletionCommand({ KeyId }))).rejects.toMatchObject({
      name: 'KMSInvalidStateException',
    })
    await send(new ScheduleKeyDeletionCommand(deletion))
    scene.clock.advance(7 * dayMs)
    await expect(describeKey(KeyId)).rejects.toMatchObject({ name: 'NotFoundException' })
  })
})

describe('of a key it holds:', () => {
  test.each([6, 31])('it cannot be deleted in %d days [D]', async (PendingWindowInDays) => {
    const { KeyId } = await newKey()
    const scheduling = send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays }))
    await expect(scheduling).rejects.toMatchObject({ name: 'ValidationException' })
  })

  test('it has a description, tags and a policy that change, and is not rotated', async () => {
    const { KeyId, Arn } = await newKey({ Tags: [{ TagKey: 'a', TagValue: '1' }] })
    await send(new UpdateKeyDescriptionCommand({ KeyId, Description: 'new' }))
    expect((await describeKey(KeyId))?.Description).toBe('new')
    const Tags = [
      { TagKey: 'a', TagValue: '2' },
      { TagKey: 'b', TagValue: '' },
    ]
    await send(new TagResourceCommand({ KeyId, Tags }))
    expect((await send(new ListResourceTagsCommand({ KeyId }))).Tags).toEqual(Tags)
    await send(new UntagResourceCommand({ KeyId, TagKeys: ['a'] }))
    expect((await send(new ListResourceTagsCommand({ KeyId }))).Tags).toEqual([Tags[1]])
    expect((await send(new GetKeyPolicyCommand({ KeyId }))).Policy).toContain('arn:aws:iam::111122223333:root')
    await send(new PutKeyPolicyCommand({ KeyId, Policy: '{"Version":"2012-10-17"}' }))
    expect((await send(new GetKeyPolicyCommand({ KeyId }))).Policy).toBe('{"Version":"2012-10-17"}')
    const malformed = send(new PutKeyPolicyCommand({ KeyId, Policy: 'x' }))
    await expect(malformed).rejects.toMatchObject({ name: 'MalformedPolicyDocumentException' })
    for (const PolicyName of ['other']) {
      await expect(send(new GetKeyPolicyCommand({ KeyId, PolicyName }))).rejects.toMatchObject({
        name: 'NotFoundException',
      })
      await expect(send(new PutKeyPolicyCommand({ KeyId, PolicyName, Policy: '{}' }))).rejects.toMatchObject({
        name: 'NotFoundException',
      })
    }
    expect(await send(new GetKeyRotationStatusCommand({ KeyId }))).toMatchObject({
      KeyRotationEnabled: false,
      KeyId: Arn,
    })
  })

  test('it keeps all of the changes that are made at once', async () => {
    const { KeyId } = await newKey()
    const tagging = ['a', 'b', 'c'].map((TagKey) =>
      send(new TagResourceCommand({ KeyId, Tags: [{ TagKey, TagValue: '' }] })),
    )
    await Promise.all(tagging)
    expect((await send(new ListResourceTagsCommand({ KeyId }))).Tags).toHaveLength(3)
  })

  test('it is sealed where it is kept', async () => {
    const { KeyId } = await newKey()
    await send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('x') }))
    const kept = await scene.world.store.kmsKeys.find({ account: '111122223333', region: 'us-east-1' }, KeyId, 0)
    const here = `kms-key:111122223333:us-east-1:${KeyId}`
    expect(scene.world.sealer.unseal(kept?.sealedMaterial ?? '', here)).toHaveLength(32)
    expect(() => scene.world.sealer.unseal(kept?.sealedMaterial ?? '', `${here}x`)).toThrow('Not a whole value')
  })
})
