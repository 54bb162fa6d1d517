import { kmsArn } from '../domain/kms-arn.ts'
import type { KmsAlias } from '../domain/kms-key.ts'
import { keyWithId } from '../flows/keys-of-kms/key-with-id.ts'
import type { Operation } from './operation.ts'
import { pageOutput } from './page-output.ts'

export const ListAliases: Operation<'ListAliases'> = async ({ KeyId, Limit = 50, Marker }, context) => {
  const { caller, store } = context
  const key = KeyId === undefined ? undefined : await keyWithId(caller, KeyId, context)
  const page = await store.kmsAliases.list(caller, key?.id, { limit: Limit, after: Marker })
  return { Aliases: page.items.map(entryOf), ...pageOutput(page) }
}

const entryOf = (alias: KmsAlias) => ({
  AliasName: alias.name,
  AliasArn: kmsArn(alias, alias.name),
  TargetKeyId: alias.keyId,
  CreationDate: new Date(alias.createdAt),
  LastUpdatedDate: new Date(alias.modifiedAt),
})
