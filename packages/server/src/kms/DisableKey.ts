import { changeSettings } from '../flows/keys-of-kms/change-settings.ts'
import type { Operation } from './operation.ts'

export const DisableKey: Operation<'DisableKey'> = async ({ KeyId }, context) => {
  await changeSettings(context.caller, KeyId, () => ({ Enabled: false }), context)
  return {}
}
