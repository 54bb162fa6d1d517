import { checkChangedTags } from '../../../domain/pool-tags.ts'
import { invalid } from '../../../domain/refusals.ts'
import { changePool } from '../../../flows/pools/change-pool.ts'
import { operation } from '../../operation.ts'
import { taggedPool } from './tagged-pool.ts'

export const UntagResource = operation('UntagResource', 'operator', async (input, context) => {
  await changePool(
    () => taggedPool(input.ResourceArn, context),
    ({ settings }) => {
      const kept = Object.entries(settings.UserPoolTags ?? {}).filter(([key]) => !input.TagKeys.includes(key))
      return { ...settings, UserPoolTags: checkChangedTags(settings.UserPoolTags, Object.fromEntries(kept), invalid) }
    },
    context,
  )
  return {}
})
