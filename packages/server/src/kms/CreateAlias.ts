import { nameKey } from '../flows/keys-of-kms/name-key.ts'
import type { Operation } from './operation.ts'

export const CreateAlias: Operation<'CreateAlias'> = async ({ AliasName, TargetKeyId }, context) => {
  await nameKey(context.caller, { AliasName, TargetKeyId, how: 'new' }, context)
  return {}
}
