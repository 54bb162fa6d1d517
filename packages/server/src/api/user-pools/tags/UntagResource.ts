import { changePool } from '../../../flows/pools/change-pool.ts'
import { operation } from '../../operation.ts'
import { retaggedAt, taggedPool, tagsAt } from './tagged-pool.ts'

export const UntagResource = operation('UntagResource', 'operator', async ({ ResourceArn, TagKeys }, context) => {
  await changePool(
    () => taggedPool(ResourceArn, context),
    (pool) => {
      const kept = Object.entries(tagsAt(ResourceArn, pool)).filter(([key]) => !TagKeys.includes(key))
      return retaggedAt(ResourceArn, pool, Object.fromEntries(kept))
    },
    context,
  )
  return {}
})
