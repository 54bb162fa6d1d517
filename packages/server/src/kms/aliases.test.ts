import {
  CreateAliasCommand,
  CreateKeyCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  ListAliasesCommand,
  ScheduleKeyDeletionCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-kms'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kmsScene } from '../testing/kms-scene.ts'

let scene: Awaited<ReturnType<typeof kmsScene>>
let send: Awaited<ReturnType<typeof kmsScene>>['client']['send']
beforeAll(async () => {
  scene = await kmsScene()
  send = scene.client.send.bind(scene.client)
})
afterAll(() => scene[Symbol.asyncDispose]())

const others = [
  ['444455556666', 'us-east-1'],
  ['111122223333', 'eu-west-1'],
] as const

const newKey = async () => (await send(new CreateKeyCommand({}))).KeyMetadata?.KeyId ?? ''
const arnOf = (alias: string) => `arn:aws:kms:us-east-1:111122223333:${alias}`
const idOf = async (KeyId: string) => (await send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyId

test('an alias leads to its key, by name or ARN, until it is pointed elsewhere or deleted [D]', async () => {
  const [one, other] = [await newKey(), await newKey()]
  const AliasName = 'alias/team/codes'
  await send(new CreateAliasCommand({ AliasName, TargetKeyId: one }))
  expect([await idOf(AliasName), await idOf(arnOf(AliasName))]).toEqual([one, one])
  await send(new UpdateAliasCommand({ AliasName, TargetKeyId: other }))
  expect(await idOf(AliasName)).toBe(other)
  await send(new DeleteAliasCommand({ AliasName }))
  await expect(idOf(AliasName)).rejects.toMatchObject({
    name: 'NotFoundException',
    message: `Alias ${arnOf(AliasName)} is not found.`,
  })
})

test('an alias is taken once, also when many ask at once [D]', async () => {
  const TargetKeyId = await newKey()
  const asking = Array.from({ length: 5 }, () =>
    send(new CreateAliasCommand({ AliasName: 'alias/once', TargetKeyId })).then(
      () => 'made',
      (error: Error) => error.name,
    ),
  )
  expect((await Promise.all(asking)).toSorted()).toEqual([...Array<string>(4).fill('AlreadyExistsException'), 'made'])
})

test('aliases are listed, all or those of a key, page by page [D]', async () => {
  const key = await newKey()
  for (const AliasName of ['alias/list-a', 'alias/list-b'])
    await send(new CreateAliasCommand({ AliasName, TargetKeyId: key }))
  const { Aliases } = await send(new ListAliasesCommand({ KeyId: key }))
  expect(Aliases).toMatchObject([
    { AliasName: 'alias/list-a', AliasArn: arnOf('alias/list-a'), TargetKeyId: key },
    { AliasName: 'alias/list-b' },
  ])
  const first = await send(new ListAliasesCommand({ KeyId: key, Limit: 1 }))
  expect([first.Aliases?.length, first.Truncated]).toEqual([1, true])
  const rest = await send(new ListAliasesCommand({ KeyId: key, Limit: 1, Marker: first.NextMarker }))
  expect([rest.Aliases?.[0]?.AliasName, rest.Truncated]).toEqual(['alias/list-b', false])
})

test('a key has at most fifty aliases [D]', async () => {
  const TargetKeyId = await newKey()
  for (let at = 0; at < 50; at++) await send(new CreateAliasCommand({ AliasName: `alias/many-${at}`, TargetKeyId }))
  const more = send(new CreateAliasCommand({ AliasName: 'alias/many-more', TargetKeyId }))
  await expect(more).rejects.toMatchObject({ name: 'LimitExceededException' })
})

test.each([
  ['codes', 'ValidationException'],
  ['alias/aws/codes', 'InvalidAliasNameException'],
  ['alias/', 'InvalidAliasNameException'],
  ['alias/a:b', 'InvalidAliasNameException'],
  ['alias/ä', 'ValidationException'],
])('%s is no name for an alias [D]', async (AliasName, name) => {
  const TargetKeyId = await newKey()
  await expect(send(new CreateAliasCommand({ AliasName, TargetKeyId }))).rejects.toMatchObject({ name })
})

test('an alias that is not there is neither moved nor deleted, and none leads to a key that is not there [D]', async () => {
  const [AliasName, TargetKeyId] = ['alias/nowhere', await newKey()]
  const notThere = { name: 'NotFoundException' }
  await expect(send(new UpdateAliasCommand({ AliasName, TargetKeyId }))).rejects.toMatchObject(notThere)
  await expect(send(new DeleteAliasCommand({ AliasName }))).rejects.toMatchObject(notThere)
  const gone = '1234abcd-12ab-34cd-56ef-1234567890ab'
  await expect(send(new CreateAliasCommand({ AliasName, TargetKeyId: gone }))).rejects.toMatchObject(notThere)
  await send(new ScheduleKeyDeletionCommand({ KeyId: TargetKeyId }))
  const doomed = send(new CreateAliasCommand({ AliasName, TargetKeyId }))
  await expect(doomed).rejects.toMatchObject({ name: 'KMSInvalidStateException' })
})

test('an alias is of its account and Region only [D]', async () => {
  await send(new CreateAliasCommand({ AliasName: 'alias/mine', TargetKeyId: await newKey() }))
  for (const place of others) {
    const other = await scene.clientOf(place[0], place[1])
    const asking = other.send(new DescribeKeyCommand({ KeyId: 'alias/mine' }))
    await expect(asking).rejects.toMatchObject({ name: 'NotFoundException' })
  }
})
