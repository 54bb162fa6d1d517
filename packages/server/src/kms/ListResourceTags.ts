import { keyWithId } from '../flows/keys-of-kms/key-with-id.ts'
import type { Operation } from './operation.ts'
import { pageOutput } from './page-output.ts'

/** There are never more than fit on one page. */
export const ListResourceTags: Operation<'ListResourceTags'> = async ({ KeyId }, context) => {
  const { settings } = await keyWithId(context.caller, KeyId, context)
  return { Tags: settings.Tags, ...pageOutput({}) }
}
