import { removeFunction } from '../flows/functions/remove-function.ts'
import { type LambdaOperation, placeOf } from './lambda-call.ts'

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html */
export const DeleteFunction: LambdaOperation = async (call, world) => {
  await removeFunction(placeOf(call), world)
  return { status: 204 }
}
