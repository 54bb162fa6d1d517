import { requireFunction } from '../flows/functions/require-function.ts'
import { type LambdaOperation, placeOf } from './lambda-call.ts'
import { writeFunction } from './write-function.ts'

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html */
export const GetFunctionConfiguration: LambdaOperation = async (call, world) => ({
  status: 200,
  body: writeFunction(await requireFunction(placeOf(call), world), world),
})
