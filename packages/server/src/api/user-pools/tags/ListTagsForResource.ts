import { operation } from '../../operation.ts'
import { taggedPool, tagsAt } from './tagged-pool.ts'

export const ListTagsForResource = operation('ListTagsForResource', 'operator', async ({ ResourceArn }, context) => {
  return { Tags: tagsAt(ResourceArn, await taggedPool(ResourceArn, context)) }
})
