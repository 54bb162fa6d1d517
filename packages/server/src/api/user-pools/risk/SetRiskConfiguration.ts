import { setRiskConfiguration } from '../../../flows/threats/set-risk-configuration.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { riskConfigurationView } from '../views/risk-configuration.ts'

export const SetRiskConfiguration = operation('SetRiskConfiguration', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return { RiskConfiguration: riskConfigurationView(await setRiskConfiguration(input, pool, context)) }
})
