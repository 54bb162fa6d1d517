import { removePermission } from '../flows/functions/permissions.ts'
import { type LambdaOperation, placeOf } from './lambda-call.ts'

/** https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html */
export const RemovePermission: LambdaOperation = async (call, world) => {
  const revisionId = call.query.get('RevisionId') ?? undefined
  await removePermission({ place: placeOf(call), revisionId }, call.named['statement'] ?? '', world)
  return { status: 204 }
}
