import { afterAll, beforeEach, expect, test } from 'vitest'
import { poolsOfOthers } from '../../../testing/pools-of-others.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { KeyConfiguration, replicaScene, type ReplicaScene } from '../../../testing/replica-scene.ts'

const RegionName = 'us-west-2'

let scene: ReplicaScene
const scenes: ReplicaScene[] = []
beforeEach(async () => {
  scene = await replicaScene()
  scenes.push(scene)
})
afterAll(async () => void (await Promise.all(scenes.map((each) => each[Symbol.asyncDispose]()))))

const list = async () => (await scene.call('ListUserPoolReplicas', { UserPoolId: scene.UserPoolId })).UserPoolReplicas
const arn = () => `arn:aws:cognito-idp:${RegionName}:000000000000:userpool/${scene.UserPoolId}`
const shown = (Status: string) => ({ RegionName, Status, Role: 'SECONDARY', UserPoolArn: arn() })

test('a replica is created, is inactive until it is activated, and is listed behind its primary [D]', async () => {
  expect((await scene.create()).UserPoolReplica).toEqual(shown('CREATING'))
  expect((await list())?.[1]).toEqual(shown('CREATING'))
  expect(await refusedWith(scene.set('ACTIVE'))).toMatch(/^InvalidParameterException: .* still being created/)
  scene.clock.advance(2000)
  expect((await list())?.[1]).toEqual(shown('INACTIVE'))
  expect((await scene.set('ACTIVE')).UserPoolReplica).toEqual(shown('ACTIVE'))
  expect((await list())?.map(({ Role, Status }) => [Role, Status])).toEqual([
    ['PRIMARY', 'ACTIVE'],
    ['SECONDARY', 'ACTIVE'],
  ])
  expect((await scene.set('INACTIVE')).UserPoolReplica).toEqual(shown('INACTIVE'))
})

test('a deleted replica serves nobody, and another may be created', async () => {
  await scene.createActive()
  const { UserPoolId } = scene
  expect((await scene.call('DeleteUserPoolReplica', scene.ids)).UserPoolReplica).toEqual(shown('DELETING'))
  expect(await list()).toHaveLength(1)
  expect(await refusedWith(scene.there('DescribeUserPool', { UserPoolId }))).toMatch(/^ResourceNotFoundException/)
  await scene.create({ RegionName: 'eu-west-1' })
})

test('the list of pools names the Regions of replicas, and a description no replica [D]', async () => {
  const summary = async () => (await scene.call('ListUserPools', { MaxResults: 60 })).UserPools?.[0]
  expect(await summary()).not.toHaveProperty('ReplicaRegions')
  await scene.create()
  expect((await summary())?.ReplicaRegions).toEqual([RegionName])
  const { UserPool } = await scene.call('DescribeUserPool', { UserPoolId: scene.UserPoolId })
  expect(UserPool).not.toHaveProperty('Replica')
})

test('an update of the pool keeps its replica', async () => {
  await scene.createActive()
  await scene.call('UpdateUserPool', { UserPoolId: scene.UserPoolId, KeyConfiguration })
  expect((await list())?.[1]).toEqual(shown('ACTIVE'))
})

test('one of two replicas asked for at once is created', async () => {
  const asked = ['eu-west-1', 'us-west-2', 'ap-south-1'].map((region) => scene.create({ RegionName: region }))
  const outcomes = await Promise.all(asked.map(refusedWith))
  expect(outcomes.sort()).toEqual([
    'LimitExceededException: User pool has reached its limit of 1 replica.',
    'LimitExceededException: User pool has reached its limit of 1 replica.',
    'not refused',
  ])
})

test('a replica has tags of its own, which either Region tells and changes [O]', async () => {
  await scene.create({ UserPoolTags: { stage: 'standby' } })
  const ResourceArn = arn()
  await scene.there('TagResource', { ResourceArn, Tags: { team: 'a' } })
  await scene.call('UntagResource', { ResourceArn, TagKeys: ['stage'] })
  expect(await scene.call('ListTagsForResource', { ResourceArn })).toEqual({ Tags: { team: 'a' } })
  const primary = ResourceArn.replace(RegionName, 'us-east-1')
  expect(await scene.call('ListTagsForResource', { ResourceArn: primary })).toEqual({ Tags: {} })
  expect(await refusedWith(scene.there('ListTagsForResource', { ResourceArn: primary }))).toMatch(
    /^InvalidParameterException/,
  )
  const { UserPool } = await scene.there('DescribeUserPool', { UserPoolId: scene.UserPoolId })
  expect(UserPool).toMatchObject({ Arn: ResourceArn, UserPoolTags: { team: 'a' } })
})

test('it refuses a replica of a pool on the Lite plan, and the Lite plan for a pool with a replica [D]', async () => {
  const { UserPoolId } = scene
  await scene.call('UpdateUserPool', { UserPoolId, KeyConfiguration, UserPoolTier: 'LITE' })
  expect(await refusedWith(scene.create())).toMatch(/^FeatureUnavailableInTierException/)
  await scene.call('UpdateUserPool', { UserPoolId, KeyConfiguration, UserPoolTier: 'PLUS' })
  await scene.create()
  const lowered = scene.call('UpdateUserPool', { UserPoolId, KeyConfiguration, UserPoolTier: 'LITE' })
  expect(await refusedWith(lowered)).toMatch(/^TierChangeNotAllowedException: .*Multi-Region Replication/)
})

test.each([
  ['no key of its own', undefined],
  ['the key of one Region', { ...KeyConfiguration, KmsKeyArn: KeyConfiguration.KmsKeyArn.replace('mrk-', '') }],
])('it refuses a replica of a pool with %s, and such a key for a pool with a replica [D]', async (_title, wrong) => {
  const { UserPoolId } = scene
  const refused = /^OperationNotEnabledException: .* multi-Region customer managed key/
  await scene.create()
  expect(await refusedWith(scene.call('UpdateUserPool', { UserPoolId, KeyConfiguration: wrong }))).toMatch(refused)
  await scene.call('DeleteUserPoolReplica', scene.ids)
  await scene.call('UpdateUserPool', { UserPoolId, KeyConfiguration: wrong })
  expect(await refusedWith(scene.create())).toMatch(refused)
})

test.each(['us-east-1', 'nowhere', 'US-WEST-2', 'us-west-2a'])('it refuses a replica in %s', async (region) => {
  expect(await refusedWith(scene.create({ RegionName: region }))).toMatch(/^InvalidParameterException/)
})

test('it refuses a second replica [D]', async () => {
  await scene.create()
  expect(await refusedWith(scene.create({ RegionName: 'eu-west-1' }))).toMatch(/^LimitExceededException/)
})

test('it refuses tags that no pool may have', async () => {
  expect(await refusedWith(scene.create({ UserPoolTags: { 'aws:x': '' } }))).toMatch(/^UserPoolTaggingException/)
  await scene.create()
  const tagged = scene.call('TagResource', { ResourceArn: arn(), Tags: { 'aws:x': '' } })
  expect(await refusedWith(tagged)).toMatch(/^InvalidParameterException/)
})

test('it refuses the primary in the place of a replica, and a place in the list, which has one page', async () => {
  const { UserPoolId } = scene
  const primary = { UserPoolId, RegionName: 'us-east-1' }
  const asked = [
    scene.call('UpdateUserPoolReplica', { ...primary, Status: 'INACTIVE' }),
    scene.call('DeleteUserPoolReplica', primary),
    scene.call('ListUserPoolReplicas', { UserPoolId, NextToken: 'x' }),
  ]
  for (const refused of await Promise.all(asked.map(refusedWith))) expect(refused).toMatch(/^InvalidParameter/)
})

test('it refuses a replica that is not there, and a pool of somebody else', async () => {
  expect(await refusedWith(scene.set('ACTIVE'))).toMatch(/^ResourceNotFoundException: .* no replica in us-west-2/)
  expect(await refusedWith(scene.call('DeleteUserPoolReplica', scene.ids))).toMatch(/^ResourceNotFoundException/)
  for (const UserPoolId of await poolsOfOthers(scene)) {
    const theirs = { UserPoolId, RegionName }
    const asked = [
      scene.call('CreateUserPoolReplica', theirs),
      scene.call('UpdateUserPoolReplica', { ...theirs, Status: 'ACTIVE' }),
      scene.call('DeleteUserPoolReplica', theirs),
      scene.call('ListUserPoolReplicas', { UserPoolId }),
    ]
    for (const refused of await Promise.all(asked.map(refusedWith)))
      expect(refused).toBe(`ResourceNotFoundException: User pool ${UserPoolId} does not exist.`)
  }
})
