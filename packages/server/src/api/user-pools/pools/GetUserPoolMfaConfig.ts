import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

/** Text messages are the only second factor that a pool can be given without SetUserPoolMfaConfig. */
export const GetUserPoolMfaConfig = operation('GetUserPoolMfaConfig', 'operator', async (input, context) => {
  const { settings } = await operatorPool(input.UserPoolId, context)
  const { SmsConfiguration, SmsAuthenticationMessage, MfaConfiguration } = settings
  return { SmsMfaConfiguration: SmsConfiguration && { SmsAuthenticationMessage, SmsConfiguration }, MfaConfiguration }
})
