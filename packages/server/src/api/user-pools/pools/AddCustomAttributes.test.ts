import { expect, test } from 'vitest'
import { testWorld } from '../../../testing/world.ts'

test('attributes are added at the end of the schema, and none that is there already', async () => {
  await using here = await testWorld()
  const { UserPool } = await here.call('CreateUserPool', {
    PoolName: 'p',
    Schema: [{ Name: 'tenant', AttributeDataType: 'String' }],
  })
  const UserPoolId = UserPool?.Id ?? ''

  await here.call('AddCustomAttributes', {
    UserPoolId,
    CustomAttributes: [{ Name: 'level', AttributeDataType: 'Number' }],
  })
  const again = here.call('AddCustomAttributes', {
    UserPoolId,
    CustomAttributes: [
      { Name: 'other', AttributeDataType: 'Number' },
      { Name: 'tenant', AttributeDataType: 'Number' },
    ],
  })

  await expect(again).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'Duplicate custom attribute names custom:tenant are not allowed in a user pool schema.',
  })
  const described = await here.call('DescribeUserPool', { UserPoolId })
  expect(described.UserPool?.SchemaAttributes?.slice(20).map(({ Name }) => Name)).toEqual([
    'custom:tenant',
    'custom:level',
  ])
})
