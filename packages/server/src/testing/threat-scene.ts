import type {
  AdvancedSecurityModeType,
  AuthEventType,
  CreateUserPoolRequest,
  SetRiskConfigurationRequest,
} from '@cognate/wire/user-pools.ts'
import type { Parts } from '../flows/open-world.ts'
import { goodPassword } from './good-password.ts'
import { refusedWith } from './refused-with.ts'
import { signInScene } from './sign-in-scene.ts'
import { srpClient } from './srp-client.ts'

type RiskConfiguration = Omit<SetRiskConfigurationRequest, 'UserPoolId'>

interface Wishes extends Partial<Parts> {
  readonly pool?: Partial<CreateUserPoolRequest>
  readonly mode?: AdvancedSecurityModeType
}

/** Where people sign in from in these tests. */
export const home = '192.0.2.10'
export const elsewhere = '203.0.113.99'

/** A pool with threat protection, whose client may say where people sign in from. */
export async function threatScene(
  configuration?: RiskConfiguration,
  { pool, mode = 'ENFORCED', ...parts }: Wishes = {},
) {
  const settings = {
    UserPoolTier: 'PLUS',
    UserPoolAddOns: { AdvancedSecurityMode: mode },
    AutoVerifiedAttributes: ['email'],
    ...pool,
  } as const
  const it = await signInScene(settings, parts)
  const { call, UserPoolId, ClientId, clock } = it
  if (configuration) await call('SetRiskConfiguration', { UserPoolId, ...configuration })

  const contextData = (IpAddress: string, device = 'Phone/1') => ({
    IpAddress,
    ServerName: 'app',
    ServerPath: '/',
    HttpHeaders: [{ headerName: 'User-Agent', headerValue: device }],
  })

  /** Signs in with the password, as a server does that says where its user is. */
  const signsIn = (USERNAME: string, from = home, { password = goodPassword, device = 'Phone/1' } = {}) => {
    clock.advance(1000)
    return call('AdminInitiateAuth', {
      UserPoolId,
      ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD: password },
      ContextData: contextData(from, device),
    })
  }

  async function signsInBySrp(USERNAME: string, from = home, device = 'Phone/1', password = goodPassword) {
    clock.advance(1000)
    const srp = srpClient(UserPoolId)
    const ContextData = contextData(from, device)
    const asked = await call('AdminInitiateAuth', {
      UserPoolId,
      ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME, SRP_A: srp.SRP_A },
      ContextData,
    })
    return call('AdminRespondToAuthChallenge', {
      UserPoolId,
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: srp.answer(asked.ChallengeParameters ?? {}, password, clock.now()),
      ContextData,
    })
  }

  /** Newest first. */
  async function events(Username: string): Promise<readonly AuthEventType[]> {
    return (await call('AdminListUserAuthEvents', { UserPoolId, Username })).AuthEvents ?? []
  }

  const failsToSignIn = (name: string, from = home) =>
    refusedWith(signsIn(name, from, { password: 'Wrong-password-1' }))

  return { ...it, contextData, signsIn, signsInBySrp, failsToSignIn, events }
}

export type ThreatScene = Awaited<ReturnType<typeof threatScene>>

/** The same answer to every level of risk. */
export function onEveryLevel(
  EventAction: 'BLOCK' | 'MFA_IF_CONFIGURED' | 'MFA_REQUIRED' | 'NO_ACTION',
  Notify = false,
) {
  const action = { EventAction, Notify }
  return { LowAction: action, MediumAction: action, HighAction: action }
}
