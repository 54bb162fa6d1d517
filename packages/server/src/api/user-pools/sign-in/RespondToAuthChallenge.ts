import { publicClient } from '../../../flows/public-client.ts'
import { operation } from '../../operation.ts'
import { claimedOrigin } from '../claimed-origin.ts'
import { answered } from './answered.ts'

export const RespondToAuthChallenge = operation('RespondToAuthChallenge', 'anyone', async (input, world) => {
  const found = await publicClient(input.ClientId, world)
  const origin = claimedOrigin(input.UserContextData, found.client, world)
  return answered(input, { ...found, origin }, world)
})
