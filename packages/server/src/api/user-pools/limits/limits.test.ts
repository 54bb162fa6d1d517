import { afterAll, beforeAll, expect, test } from 'vitest'
import { userPoolRates } from '../../../domain/rate-quotas.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { type TestWorld, testWorld } from '../../../testing/world.ts'

let here: TestWorld
beforeAll(async () => {
  here = await testWorld()
})
afterAll(() => here[Symbol.asyncDispose]())

const definitionOf = (Category: string) => ({ LimitClass: 'API_CATEGORY', Attributes: { Category } }) as const
const get = async (category: string) =>
  (await here.call('GetProvisionedLimit', { LimitDefinition: definitionOf(category) })).Limit
const update = async (category: string, RequestedLimitValue: number) =>
  (await here.call('UpdateProvisionedLimit', { LimitDefinition: definitionOf(category), RequestedLimitValue })).Limit

test.each(Object.entries(userPoolRates))('[D] %s has its standard rate, which is free', async (category, quota) => {
  expect(await get(category)).toEqual({
    LimitDefinition: definitionOf(category),
    ProvisionedLimitValue: quota.standard,
    FreeLimitValue: quota.standard,
  })
})

test('[D] an adjustable rate is what was requested last, as the example of AWS has it', async () => {
  const limit = { LimitDefinition: definitionOf('UserAuthentication'), ProvisionedLimitValue: 300, FreeLimitValue: 120 }
  await update('UserAuthentication', 200)
  expect(await update('UserAuthentication', 300)).toEqual(limit)
  expect(await get('UserAuthentication')).toEqual(limit)
  expect(await update('UserAuthentication', 120)).toMatchObject({ ProvisionedLimitValue: 120 })
})

test('[D] of two who request at once the last one has it, and neither is refused', async () => {
  await Promise.all([update('UserRead', 200), update('UserRead', 300)])
  expect([200, 300]).toContain((await get('UserRead')).ProvisionedLimitValue)
})

test('[K] a rate below the standard, or that is not adjustable, is an invalid parameter', async () => {
  expect(await refusedWith(update('UserToken', 119))).toBe(
    'InvalidParameterException: RequestedLimitValue must be at least 120.',
  )
  expect(await refusedWith(update('UserList', 60))).toBe(
    'InvalidParameterException: The limit of UserList is not adjustable.',
  )
})

test('[K] an account may raise a rate to ten times the standard, or to what its operator gave it', async () => {
  const refused = (most: number) =>
    `ServiceQuotaExceededException: RequestedLimitValue exceeds the maximum of the account, ${most}.`
  expect(await refusedWith(update('UserCreation', 501))).toBe(refused(500))
  const { quotas, decide } = here.world.store
  await decide([quotas.set({ account: '000000000000', region: 'us-east-1' }, 'UserCreation', 700)])
  expect(await refusedWith(update('UserCreation', 701))).toBe(refused(700))
  expect(await update('UserCreation', 650)).toMatchObject({ ProvisionedLimitValue: 650, FreeLimitValue: 50 })
})

test('[K] a category that there is not is not found; other attributes than the category are invalid', async () => {
  expect(await refusedWith(get('toString'))).toBe('ResourceNotFoundException: API category toString does not exist.')
  expect(await refusedWith(update('GetId', 30))).toMatch(/^ResourceNotFoundException/)
  for (const Attributes of [{}, { Categories: 'UserRead' }, { Category: 'UserRead', UserPoolId: 'us-east-1_a' }]) {
    const LimitDefinition = { LimitClass: 'API_CATEGORY', Attributes } as const
    expect(await refusedWith(here.call('GetProvisionedLimit', { LimitDefinition }))).toBe(
      'InvalidParameterException: Attributes of an API_CATEGORY limit must be Category alone.',
    )
  }
})
