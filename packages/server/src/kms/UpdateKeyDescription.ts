import { changeSettings } from '../flows/keys-of-kms/change-settings.ts'
import type { Operation } from './operation.ts'

export const UpdateKeyDescription: Operation<'UpdateKeyDescription'> = async ({ KeyId, Description }, context) => {
  await changeSettings(context.caller, KeyId, () => ({ Description }), context)
  return {}
}
