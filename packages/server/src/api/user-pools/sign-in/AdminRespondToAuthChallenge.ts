import { checkAnswerIn } from '../../../domain/secondary-region.ts'
import { operation } from '../../operation.ts'
import { operatorClient } from '../../operator-pool.ts'
import { toldOrigin } from '../claimed-origin.ts'
import { answered } from './answered.ts'

export const AdminRespondToAuthChallenge = operation(
  'AdminRespondToAuthChallenge',
  'operator',
  async (input, world) => {
    const found = await operatorClient(input.UserPoolId, input.ClientId, world)
    checkAnswerIn(world.caller.region, input.ChallengeName, found.pool)
    return answered(input, { ...found, origin: toldOrigin(input.ContextData, world) }, world)
  },
)
