import { requireFunction } from '../flows/functions/require-function.ts'
import { type LambdaOperation, placeOf } from './lambda-call.ts'
import { writeFunction } from './write-function.ts'

/** The latest alone: https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html */
export const ListVersionsByFunction: LambdaOperation = async (call, world) => {
  const latest = writeFunction(await requireFunction(placeOf(call), world), world)
  return { status: 200, body: { Versions: [{ ...latest, FunctionArn: `${latest.FunctionArn}:$LATEST` }] } }
}
