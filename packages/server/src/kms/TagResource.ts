import { changeSettings } from '../flows/keys-of-kms/change-settings.ts'
import { checkTags } from '../flows/keys-of-kms/check-tags.ts'
import type { Operation } from './operation.ts'

export const TagResource: Operation<'TagResource'> = async ({ KeyId, Tags }, context) => {
  checkTags(Tags)
  const added = new Set(Tags.map(({ TagKey }) => TagKey))
  const tagged: Parameters<typeof changeSettings>[2] = ({ Tags: former }) => {
    const all = [...former.filter(({ TagKey }) => !added.has(TagKey)), ...Tags]
    checkTags(all)
    return { Tags: all }
  }
  await changeSettings(context.caller, KeyId, tagged, context)
  return {}
}
