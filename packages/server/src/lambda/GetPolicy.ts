import { noPolicy } from '../domain/function-refusals.ts'
import { policyDocument } from '../domain/policy-document.ts'
import { requireFunction } from '../flows/functions/require-function.ts'
import { type LambdaOperation, placeOf } from './lambda-call.ts'

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html */
export const GetPolicy: LambdaOperation = async (call, world) => {
  const fn = await requireFunction(placeOf(call), world)
  if (fn.policy.length === 0) throw noPolicy()
  return { status: 200, body: { Policy: JSON.stringify(policyDocument(fn)), RevisionId: fn.revisionId } }
}
