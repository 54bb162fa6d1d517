import {
  GetProvisionedLimitCommand,
  LimitExceededException,
  CreateResourceServerCommand,
  DescribeUserPoolCommand,
  TooManyRequestsException,
  UpdateProvisionedLimitCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { sdkClient } from './sdk-client.ts'

const scenes = onBothStores(
  async ({ endpoint }) => {
    const { poolId: UserPoolId } = await newPool(endpoint)
    return { UserPoolId, cognito: sdkClient(endpoint) }
  },
  ['--quotas'],
)

const ofReads = { LimitClass: 'API_CATEGORY', Attributes: { Category: 'UserRead' } } as const

/** What so many calls at once were refused with, when nobody tries again. */
async function refusals(calls: number, cognito: CognitoIdentityProviderClient, UserPoolId: string) {
  const describe = () => cognito.send(new DescribeUserPoolCommand({ UserPoolId }))
  const outcomes = await Promise.allSettled(Array.from({ length: calls }, describe))
  return outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
}

test.each(scenes)(
  'AWS’s client is throttled as by AWS, and comes through when it tries again, on $store',
  async (scene) => {
    const { cognito, UserPoolId, server } = scene
    const impatient = sdkClient(server.endpoint)
    impatient.config.maxAttempts = () => Promise.resolve(1)
    const refused = await refusals(100, impatient, UserPoolId)
    expect(refused.length).toBeGreaterThanOrEqual(60 - 2 * 15)
    expect(refused[0]).toBeInstanceOf(TooManyRequestsException)
    expect(refused[0]).toMatchObject({ message: 'Rate exceeded' })
    await server.advance(1)
    expect(await refusals(20, cognito, UserPoolId)).toEqual([])
  },
)

test.each(scenes)('a rate is raised through AWS’s client, on $store', async ({ cognito }) => {
  const limit = { LimitDefinition: ofReads, FreeLimitValue: 120 }
  const read = await cognito.send(new GetProvisionedLimitCommand({ LimitDefinition: ofReads }))
  expect(read.Limit).toEqual({ ...limit, ProvisionedLimitValue: 120 })
  const raising = new UpdateProvisionedLimitCommand({ LimitDefinition: ofReads, RequestedLimitValue: 300 })
  expect((await cognito.send(raising)).Limit).toEqual({ ...limit, ProvisionedLimitValue: 300 })
})

test.each(scenes)('a pool has 25 resource servers, on $store', async ({ cognito, UserPoolId, server }) => {
  const make = (at: number) =>
    cognito.send(new CreateResourceServerCommand({ UserPoolId, Identifier: `s${at}`, Name: 's' }))
  for (let at = 0; at < 25; at++) {
    if (at % 5 === 0) await server.advance(1)
    await make(at)
  }
  await expect(make(25)).rejects.toBeInstanceOf(LimitExceededException)
})
