import type { LimitDefinitionType, LimitType } from '@cognate/wire/user-pools.ts'
import type { Place } from '../../domain/pool.ts'
import { userPoolRates, type RateQuota, type UserPoolRate } from '../../domain/rate-quotas.ts'
import { limitMalformed, limitNotAdjustable, limitTooHigh, limitTooLow, limitUnknown } from '../../domain/refusals.ts'
import type { World } from '../world.ts'

/** How far an account may raise a rate by itself: so many times the standard, or to what its operator gave it [K]. */
const selfService = 10

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetProvisionedLimit.html */
export async function provisionedLimit(
  definition: LimitDefinitionType,
  place: Place,
  { store }: Pick<World, 'store'>,
): Promise<LimitType> {
  const category = requireCategory(definition)
  return limitType(category, (await store.quotas.find(place, category)) ?? userPoolRates[category].standard)
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateProvisionedLimit.html */
export async function provisionLimit(
  definition: LimitDefinitionType,
  requested: number,
  place: Place,
  { store }: Pick<World, 'store'>,
): Promise<LimitType> {
  const category = requireCategory(definition)
  const quota: RateQuota = userPoolRates[category]
  if (!quota.adjustable) throw limitNotAdjustable(category)
  if (requested < quota.standard) throw limitTooLow(quota.standard)
  const most = Math.max(quota.standard * selfService, (await store.quotas.find(place, category)) ?? 0)
  if (requested > most) throw limitTooHigh(most)
  await store.decide([store.quotas.set(place, category, requested)])
  return limitType(category, requested)
}

function requireCategory({ Attributes }: LimitDefinitionType): UserPoolRate {
  const { Category: name, ...others } = Attributes
  if (name === undefined || Object.keys(others).length > 0) throw limitMalformed()
  const category = userPoolCategories.find((known) => known === name)
  if (category === undefined) throw limitUnknown(name)
  return category
}

const userPoolCategories = Object.keys(userPoolRates) as readonly UserPoolRate[]

function limitType(category: UserPoolRate, value: number): LimitType {
  return {
    LimitDefinition: { LimitClass: 'API_CATEGORY', Attributes: { Category: category } },
    ProvisionedLimitValue: value,
    FreeLimitValue: userPoolRates[category].standard,
  }
}
