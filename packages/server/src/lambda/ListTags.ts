import { requireFunction } from '../flows/functions/require-function.ts'
import { type LambdaOperation, placeOf } from './lambda-call.ts'

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListTags.html */
export const ListTags: LambdaOperation = async (call, world) => {
  const fn = await requireFunction(placeOf(call), world)
  return { status: 200, body: { Tags: fn.settings.tags } }
}
