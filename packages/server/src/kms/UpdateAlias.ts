import { nameKey } from '../flows/keys-of-kms/name-key.ts'
import type { Operation } from './operation.ts'

export const UpdateAlias: Operation<'UpdateAlias'> = async ({ AliasName, TargetKeyId }, context) => {
  await nameKey(context.caller, { AliasName, TargetKeyId, how: 'again' }, context)
  return {}
}
