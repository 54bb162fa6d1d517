import { requireFunction } from '../flows/functions/require-function.ts'
import { type LambdaOperation, placeOf } from './lambda-call.ts'
import { writeFunction } from './write-function.ts'

/** Without an address of the code: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html */
export const GetFunction: LambdaOperation = async (call, world) => {
  const fn = await requireFunction(placeOf(call), world)
  const { tags } = fn.settings
  const body = {
    Configuration: writeFunction(fn, world),
    Code: { RepositoryType: 'S3' },
    ...(Object.keys(tags).length > 0 && { Tags: tags }),
  }
  return { status: 200, body }
}
