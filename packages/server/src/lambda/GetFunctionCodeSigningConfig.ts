import { requireFunction } from '../flows/functions/require-function.ts'
import { type LambdaOperation, placeOf } from './lambda-call.ts'

/** None has one: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionCodeSigningConfig.html */
export const GetFunctionCodeSigningConfig: LambdaOperation = async (call, world) => {
  const { name } = await requireFunction(placeOf(call), world)
  return { status: 200, body: { FunctionName: name, CodeSigningConfigArn: '' } }
}
