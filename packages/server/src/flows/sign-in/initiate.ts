import type { ExplicitAuthFlowsType } from '@cognate/wire/user-pools.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import {
  adminFlowNotEnabled,
  flowNotEnabled,
  flowNotSupported,
  missingParameter,
  notBuiltYet,
} from '../../domain/refusals.ts'
import { checkSecretHash } from '../client-secret.ts'
import { refuseUnbuilt, refuseUnbuiltSignIn } from '../unbuilt.ts'
import type { World } from '../world.ts'
import { answer, ask, begin, type Step } from './sign-in.ts'

export interface Initiation {
  readonly pool: Pool
  readonly client: AppClient
  readonly parameters: Readonly<Record<string, string>>
}

/** The flows of InitiateAuth and AdminInitiateAuth that begin with a name; which of them a door offers is in the tables below. */
interface Flow {
  readonly enabledBy: readonly ExplicitAuthFlowsType[]
  readonly start: (initiation: Initiation, world: World) => Promise<Step>
}

const srp: Flow = { enabledBy: ['ALLOW_USER_SRP_AUTH'], start: startSrp }
const adminPassword: Flow = { enabledBy: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'], start: startPassword }
const unbuilt =
  (flow: string): Flow['start'] =>
  () =>
    Promise.reject(notBuiltYet(flow))
const choice: Flow = { enabledBy: ['ALLOW_USER_AUTH'], start: unbuilt('USER_AUTH') }
const custom: Flow = { enabledBy: ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'], start: unbuilt('CUSTOM_AUTH') }

const publicFlows: Readonly<Record<string, Flow>> = {
  USER_SRP_AUTH: srp,
  USER_PASSWORD_AUTH: { enabledBy: ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'], start: startPassword },
  USER_AUTH: choice,
  CUSTOM_AUTH: custom,
}

const adminFlows: Readonly<Record<string, Flow>> = {
  ADMIN_USER_PASSWORD_AUTH: adminPassword,
  ADMIN_NO_SRP_AUTH: adminPassword,
  USER_SRP_AUTH: srp,
  USER_AUTH: choice,
  CUSTOM_AUTH: custom,
}

/** What a client may do when it says nothing. */
const defaultFlows: readonly ExplicitAuthFlowsType[] = [
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_CUSTOM_AUTH',
]

/** Starts a sign-in as the public operation offers it. */
export function initiate(flow: string, initiation: Initiation, world: World): Promise<Step> {
  return start(publicFlows[flow], initiation, () => flowNotEnabled(flow), world)
}

/** Starts a sign-in as the administrator's operation offers it. */
export function adminInitiate(flow: string, initiation: Initiation, world: World): Promise<Step> {
  return start(adminFlows[flow], initiation, adminFlowNotEnabled, world)
}

export function allowsFlow(client: AppClient, flows: readonly ExplicitAuthFlowsType[]): boolean {
  const allowed = client.settings.ExplicitAuthFlows
  return flows.some((flow) => (allowed && allowed.length > 0 ? allowed : defaultFlows).includes(flow))
}

async function start(flow: Flow | undefined, initiation: Initiation, notEnabled: () => Error, world: World) {
  const { pool, client, parameters } = initiation
  if (!flow) throw flowNotSupported()
  if (!allowsFlow(client, flow.enabledBy)) throw notEnabled()
  refuseUnbuilt(pool, ['PreAuthentication', 'PostAuthentication', 'PreTokenGeneration', 'UserMigration'])
  refuseUnbuiltSignIn(pool)
  const name = need(parameters, 'USERNAME')
  await checkSecretHash(client, parameters['SECRET_HASH'], [name], world)
  return flow.start(initiation, world)
}

async function startSrp({ pool, client, parameters }: Initiation, world: World): Promise<Step> {
  const memory = { A: need(parameters, 'SRP_A') }
  const calledAs = need(parameters, 'USERNAME')
  return ask(await begin({ pool, client, calledAs, asked: 'PASSWORD_VERIFIER', memory }, world), world)
}

async function startPassword({ pool, client, parameters }: Initiation, world: World): Promise<Step> {
  const PASSWORD = need(parameters, 'PASSWORD')
  const calledAs = need(parameters, 'USERNAME')
  const situation = await begin({ pool, client, calledAs, asked: 'PASSWORD', memory: {} }, world)
  return answer(situation, { PASSWORD }, world)
}

function need(parameters: Readonly<Record<string, string>>, name: string): string {
  const value = parameters[name]
  if (!value) throw missingParameter(name)
  return value
}
