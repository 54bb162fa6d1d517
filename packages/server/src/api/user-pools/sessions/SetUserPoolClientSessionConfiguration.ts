import { setSsoSession } from '../../../flows/sessions/set-sso-session.ts'
import { operation } from '../../operation.ts'
import { operatorClient } from '../../operator-pool.ts'

/** Kept for managed login, whose sign-ins alone are SSO sessions. */
export const SetUserPoolClientSessionConfiguration = operation(
  'SetUserPoolClientSessionConfiguration',
  'operator',
  async ({ UserPoolId, ClientId, SSOSession }, context) => {
    await setSsoSession(() => operatorClient(UserPoolId, ClientId, context), SSOSession, context)
    return { UserPoolId, ClientId, SSOSession }
  },
)
