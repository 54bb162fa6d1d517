import { checkSessionTier } from '../../../domain/check-session-tier.ts'
import { changePool } from '../../../flows/pools/change-pool.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const SetUserPoolSessionConfiguration = operation(
  'SetUserPoolSessionConfiguration',
  'operator',
  async ({ UserPoolId, UserSessionTracking, TokenSession }, context) => {
    const Sessions = { UserSessionTracking, TokenSession }
    await changePool(
      () => operatorPool(UserPoolId, context),
      ({ settings }) => {
        checkSessionTier(settings)
        return { ...settings, Sessions }
      },
      context,
    )
    return { UserPoolId, ...Sessions }
  },
)
