import { verifyInSession, verifySoftwareToken } from '../../../flows/mfa/verify-software-token.ts'
import { operation } from '../../operation.ts'
import { sessionOf } from './session-of.ts'

export const VerifySoftwareToken = operation('VerifySoftwareToken', 'user-or-session', async (input, world) => {
  const first = { code: input.UserCode, friendlyName: input.FriendlyDeviceName }
  if (world.caller.kind === 'anyone')
    return { Status: 'SUCCESS', Session: await verifyInSession(sessionOf(input), first, world) }
  await verifySoftwareToken(world.caller, first, world)
  return { Status: 'SUCCESS' }
})
