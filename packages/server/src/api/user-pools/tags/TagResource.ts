import { changePool } from '../../../flows/pools/change-pool.ts'
import { operation } from '../../operation.ts'
import { retaggedAt, taggedPool, tagsAt } from './tagged-pool.ts'

export const TagResource = operation('TagResource', 'operator', async ({ ResourceArn, Tags }, context) => {
  await changePool(
    () => taggedPool(ResourceArn, context),
    (pool) => retaggedAt(ResourceArn, pool, { ...tagsAt(ResourceArn, pool), ...Tags }),
    context,
  )
  return {}
})
