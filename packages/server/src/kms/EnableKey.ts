import { changeSettings } from '../flows/keys-of-kms/change-settings.ts'
import type { Operation } from './operation.ts'

export const EnableKey: Operation<'EnableKey'> = async ({ KeyId }, context) => {
  await changeSettings(context.caller, KeyId, () => ({ Enabled: true }), context)
  return {}
}
