import { kmsPolicyNotFound } from '../domain/kms-refusals.ts'
import { keyWithId } from '../flows/keys-of-kms/key-with-id.ts'
import type { Operation } from './operation.ts'

export const GetKeyPolicy: Operation<'GetKeyPolicy'> = async ({ KeyId, PolicyName = 'default' }, context) => {
  if (PolicyName !== 'default') throw kmsPolicyNotFound()
  const { settings } = await keyWithId(context.caller, KeyId, context)
  return { Policy: settings.Policy, PolicyName }
}
