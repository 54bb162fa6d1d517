import { allClients } from '../../../domain/pool-resource.ts'
import { checkThreatProtection } from '../../../domain/risk-configuration.ts'
import { operation } from '../../operation.ts'
import { operatorClient, operatorPool } from '../../operator-pool.ts'
import { riskConfigurationView } from '../views/risk-configuration.ts'

/** What was set for just this client, or for the pool. */
export const DescribeRiskConfiguration = operation('DescribeRiskConfiguration', 'operator', async (input, context) => {
  const { UserPoolId, ClientId } = input
  const pool = await operatorPool(UserPoolId, context)
  checkThreatProtection(pool)
  if (ClientId !== undefined) await operatorClient(UserPoolId, ClientId, context)
  const found = await context.store.resources.find(pool.id, 'RiskConfiguration', ClientId ?? allClients)
  return { RiskConfiguration: found ? riskConfigurationView(found) : { UserPoolId, ClientId } }
})
