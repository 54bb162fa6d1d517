import { checkChangedTags } from '../../../domain/pool-tags.ts'
import { invalid } from '../../../domain/refusals.ts'
import { changePool } from '../../../flows/pools/change-pool.ts'
import { operation } from '../../operation.ts'
import { taggedPool } from './tagged-pool.ts'

export const TagResource = operation('TagResource', 'operator', async (input, context) => {
  await changePool(
    () => taggedPool(input.ResourceArn, context),
    ({ settings }) => {
      const tags = { ...settings.UserPoolTags, ...input.Tags }
      return { ...settings, UserPoolTags: checkChangedTags(settings.UserPoolTags, tags, invalid) }
    },
    context,
  )
  return {}
})
