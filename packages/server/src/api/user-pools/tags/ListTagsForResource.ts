import { operation } from '../../operation.ts'
import { taggedPool } from './tagged-pool.ts'

export const ListTagsForResource = operation('ListTagsForResource', 'operator', async (input, context) => {
  const pool = await taggedPool(input.ResourceArn, context)
  return { Tags: pool.settings.UserPoolTags ?? {} }
})
