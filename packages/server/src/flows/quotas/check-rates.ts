import type { Place } from '../../domain/pool.ts'
import { rateDemands, type Demand, type RatedCall } from '../../domain/rate-demands.ts'
import { rateExceeded } from '../../domain/refusals.ts'
import type { Rates } from './rates.ts'

/** Counts a call, and refuses it where as many of its kind were made in this second as may be. */
export async function checkRates(call: RatedCall, place: Place, rates: Rates): Promise<void> {
  for (const demand of rateDemands(call))
    if (!(await isLeft(place, demand, rates))) throw rateExceeded(rates.secondsToWait())
}

async function isLeft(place: Place, demand: Demand, rates: Rates): Promise<boolean> {
  if (await rates.take(place, demand)) return true
  return demand.overflow !== undefined && isLeft(place, demand.overflow, rates)
}
