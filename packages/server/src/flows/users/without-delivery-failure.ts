import { Refusal } from '../../domain/refusal.ts'
import { invalid } from '../../domain/refusals.ts'

/**
 * For the administrator's operations that declare no CodeDeliveryFailureException: a message that leads nowhere is
 * refused as a parameter that cannot be served.
 */
export async function withoutDeliveryFailure<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && error.name === 'CodeDeliveryFailureException') throw invalid(error.message)
    throw error
  }
}
