import { changeSettings } from '../flows/keys-of-kms/change-settings.ts'
import type { Operation } from './operation.ts'

export const UntagResource: Operation<'UntagResource'> = async ({ KeyId, TagKeys }, context) => {
  const removed = new Set(TagKeys)
  await changeSettings(
    context.caller,
    KeyId,
    ({ Tags }) => ({ Tags: Tags.filter(({ TagKey }) => !removed.has(TagKey)) }),
    context,
  )
  return {}
}
