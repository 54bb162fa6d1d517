import { associateInSession, associateSoftwareToken } from '../../../flows/mfa/associate-software-token.ts'
import { operation } from '../../operation.ts'
import { sessionOf } from './session-of.ts'

export const AssociateSoftwareToken = operation('AssociateSoftwareToken', 'user-or-session', async (input, world) => {
  if (world.caller.kind === 'user') return { SecretCode: await associateSoftwareToken(world.caller, world) }
  const { secret, session } = await associateInSession(sessionOf(input), world)
  return { SecretCode: secret, Session: session }
})
