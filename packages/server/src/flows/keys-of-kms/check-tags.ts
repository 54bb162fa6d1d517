import type { KmsTag } from '../../domain/kms-key.ts'
import { kmsTagsInvalid, kmsTooMany } from '../../domain/kms-refusals.ts'

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html */
const mostTags = 50

export function checkTags(tags: readonly KmsTag[]): void {
  if (tags.length > mostTags) throw kmsTooMany('tags')
  const keys = tags.map(({ TagKey }) => TagKey)
  if (new Set(keys).size < keys.length) throw kmsTagsInvalid('Duplicate tag keys')
  if (keys.some((key) => /^aws:/i.test(key))) throw kmsTagsInvalid('Tag keys that begin with aws: are reserved.')
}
