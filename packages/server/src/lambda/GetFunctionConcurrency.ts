import { requireFunction } from '../flows/functions/require-function.ts'
import { type LambdaOperation, placeOf } from './lambda-call.ts'

/** Nothing is reserved: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html */
export const GetFunctionConcurrency: LambdaOperation = async (call, world) => {
  await requireFunction(placeOf(call), world)
  return { status: 200, body: {} }
}
