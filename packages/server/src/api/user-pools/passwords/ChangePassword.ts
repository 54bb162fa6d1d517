import { changePassword } from '../../../flows/passwords/change-password.ts'
import { operation } from '../../operation.ts'

export const ChangePassword = operation('ChangePassword', 'user', async (input, context) => {
  const { PreviousPassword: previous, ProposedPassword: proposed } = input
  await changePassword(context.caller, { previous, proposed, origin: context.origin }, context)
  return {}
})
