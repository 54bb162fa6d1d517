import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestWorld, testWorld } from '../../../testing/world.ts'

let here: TestWorld
let ResourceArn: string
beforeAll(async () => {
  here = await testWorld()
  const { UserPool } = await here.call('CreateUserPool', {
    PoolName: 'p',
    UserPoolTags: { kept: 'as it is', 'cognate:id': 'tagged', 'cognate:password-storage': 'argon2id' },
  })
  ResourceArn = UserPool?.Arn ?? ''
})
afterAll(() => here[Symbol.asyncDispose]())

const tags = async () => (await here.call('ListTagsForResource', { ResourceArn })).Tags

test('tags are added, replaced and taken away, and the description shows them', async () => {
  await here.call('TagResource', { ResourceArn, Tags: { team: 'a', stage: 'test' } })
  await here.call('TagResource', { ResourceArn, Tags: { team: 'b' } })
  await here.call('UntagResource', { ResourceArn, TagKeys: ['stage', 'never there'] })

  const expected = {
    kept: 'as it is',
    'cognate:id': 'tagged',
    'cognate:password-storage': 'argon2id',
    team: 'b',
  }
  expect(await tags()).toEqual(expected)
  const { UserPool } = await here.call('DescribeUserPool', { UserPoolId: 'us-east-1_tagged' })
  expect(UserPool?.UserPoolTags).toEqual(expected)
})

test('how passwords are stored cannot be untagged', async () => {
  await here.call('UntagResource', { ResourceArn, TagKeys: ['cognate:password-storage'] })

  expect(await tags()).toMatchObject({ 'cognate:password-storage': 'argon2id' })
})

describe('is refused:', () => {
  test.each<[string, Record<string, string>]>([
    ['a reserved key', { 'aws:x': '' }],
    ['a fifty-first tag', Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`t${n}`, '']))],
    ['an unknown issuer', { 'cognate:issuer': 'mine' }],
    ['another way to store passwords', { 'cognate:password-storage': 'srp' }],
  ])('%s', async (_name, Tags) => {
    const before = await tags()

    await expect(here.call('TagResource', { ResourceArn, Tags })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    })
    expect(await tags()).toEqual(before)
  })

  test.each([
    'arn:aws:s3:us-east-1:000000000000:userpool/us-east-1_tagged',
    'arn:aws:cognito-idp:us-east-1:000000000000:identitypool/us-east-1_tagged',
    'arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_tagged',
    'arn:aws:cognito-idp:eu-west-1:000000000000:userpool/us-east-1_tagged',
  ])('an ARN that is not of this pool: %s', async (arn) => {
    await expect(here.call('ListTagsForResource', { ResourceArn: arn })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    })
  })

  test('the ARN of a pool that does not exist', async () => {
    const arn = 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_missing'

    await expect(here.call('TagResource', { ResourceArn: arn, Tags: {} })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    })
  })
})
