import { kmsPolicyNotFound } from '../domain/kms-refusals.ts'
import { changeSettings } from '../flows/keys-of-kms/change-settings.ts'
import { checkPolicy } from '../flows/keys-of-kms/check-policy.ts'
import type { Operation } from './operation.ts'

/** A key has one policy, and its name is `default`. */
export const PutKeyPolicy: Operation<'PutKeyPolicy'> = async ({ KeyId, PolicyName = 'default', Policy }, context) => {
  if (PolicyName !== 'default') throw kmsPolicyNotFound()
  checkPolicy(Policy)
  await changeSettings(context.caller, KeyId, () => ({ Policy }), context)
  return {}
}
