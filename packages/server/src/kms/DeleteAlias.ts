import { kmsArn } from '../domain/kms-arn.ts'
import { kmsAliasNotFound } from '../domain/kms-refusals.ts'
import type { Operation } from './operation.ts'

export const DeleteAlias: Operation<'DeleteAlias'> = async ({ AliasName: name }, { caller, store }) => {
  const { account, region } = caller
  const gone = () => kmsAliasNotFound(kmsArn(caller, name))
  await store.decide([store.kmsAliases.remove({ account, region, name }, gone)])
  return {}
}
