import { kmsArn } from '../domain/kms-arn.ts'
import type { Operation } from './operation.ts'
import { pageOutput } from './page-output.ts'

export const ListKeys: Operation<'ListKeys'> = async ({ Limit = 100, Marker }, { caller, store, clock }) => {
  const page = await store.kmsKeys.list(caller, { limit: Limit, after: Marker }, clock.now())
  const Keys = page.items.map(({ id }) => ({ KeyId: id, KeyArn: kmsArn(caller, `key/${id}`) }))
  return { Keys, ...pageOutput(page) }
}
