import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { mfaConfigView } from '../views/mfa-config.ts'

export const GetUserPoolMfaConfig = operation('GetUserPoolMfaConfig', 'operator', async (input, context) =>
  mfaConfigView(await operatorPool(input.UserPoolId, context)),
)
