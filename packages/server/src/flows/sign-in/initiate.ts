import type { ExplicitAuthFlowsType, LambdaConfigType } from '@cognate/wire/user-pools.ts'
import type { CallOrigin } from '../../domain/call-origin.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import {
  adminFlowNotEnabled,
  flowNotEnabled,
  flowNotSupported,
  invalid,
  missingParameter,
  wrongCredentials,
} from '../../domain/refusals.ts'
import { hidesUserExistence } from '../../domain/user-existence.ts'
import { checkSecretHash } from '../client-secret.ts'
import { deviceKeyIn } from '../devices/presented-device.ts'
import { refuseUnbuiltSignIn } from '../unbuilt.ts'
import type { World } from '../world.ts'
import type { Situation } from './challenges/challenge.ts'
import { beginCustom } from './begin-custom.ts'
import { firstChoice } from './first-choice.ts'
import { firstFactors } from './first-factors.ts'
import { identityOf } from './identity.ts'
import { refusalByStatus } from './refusal-by-status.ts'
import { answer, ask, begin, goOnAsWanted, type Step } from './sign-in.ts'

export interface Initiation {
  readonly pool: Pool
  readonly client: AppClient
  readonly parameters: Readonly<Record<string, string>>
  readonly origin: CallOrigin
}

/** The flows of InitiateAuth and AdminInitiateAuth that begin with a name; which of them a door offers is in the tables below. */
interface Flow {
  readonly enabledBy: readonly ExplicitAuthFlowsType[]
  /** What else than the functions of every sign-in would take part. */
  readonly triggers?: readonly (keyof LambdaConfigType)[]
  readonly start: (initiation: Initiation, world: World) => Promise<Step>
}

const srp: Flow = { enabledBy: ['ALLOW_USER_SRP_AUTH'], start: startSrp }
const passwordWith = (...enabledBy: readonly ExplicitAuthFlowsType[]): Flow => ({
  enabledBy,
  triggers: ['UserMigration'],
  start: startPassword,
})
const adminPassword = passwordWith('ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH')
const choice: Flow = { enabledBy: ['ALLOW_USER_AUTH'], start: startChoice }
const custom: Flow = { enabledBy: ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'], start: startCustom }

const publicFlows: Readonly<Record<string, Flow>> = {
  USER_SRP_AUTH: srp,
  USER_PASSWORD_AUTH: passwordWith('ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'),
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
  refuseUnbuiltSignIn(pool, flow.triggers)
  const name = usernameIn(parameters)
  checkSecretHash(client, parameters['SECRET_HASH'], [name], world)
  return flow.start(initiation, world)
}

async function startSrp({ pool, client, parameters, origin }: Initiation, world: World): Promise<Step> {
  const memory = { A: need(parameters, 'SRP_A') }
  const calledAs = usernameIn(parameters)
  const device = deviceKeyIn(parameters)
  const beginning = { pool, client, calledAs, asked: 'PASSWORD_VERIFIER', memory, origin, ...device } as const
  const situation = await begin(beginning, world)
  return ask(situation, world)
}

async function startPassword({ pool, client, parameters, origin }: Initiation, world: World): Promise<Step> {
  const PASSWORD = need(parameters, 'PASSWORD')
  const calledAs = usernameIn(parameters)
  const situation = await begin({ pool, client, calledAs, asked: 'PASSWORD', memory: {}, origin }, world)
  return answer(situation, { ...parameters, PASSWORD }, world)
}

/** The user is asked for what the client prefers or the user chooses; a password that came along is judged at once. */
async function startChoice({ pool, client, parameters, origin }: Initiation, world: World): Promise<Step> {
  const calledAs = usernameIn(parameters)
  const beginning = {
    pool,
    client,
    calledAs,
    flow: 'USER_AUTH',
    ...deviceKeyIn(parameters),
    asked: 'SELECT_CHALLENGE',
    memory: {},
    origin,
  } as const
  const found = await begin(beginning, world)
  const factors = firstFactors(found)
  const situation = factors.length > 0 ? found : withoutFactors(found, world)
  const available = factors.length > 0 ? factors : firstFactors(situation)
  const { chosen, memory } = firstChoice(available, parameters)
  const begun = { ...situation, attempt: { ...situation.attempt, asked: chosen, memory } }
  if (chosen === 'PASSWORD' && parameters['PASSWORD']) return answer(begun, parameters, world)
  const step = await ask(begun, world)
  return step.kind === 'challenge' ? { ...step, available } : step
}

/** Whoever has nothing to sign in with is answered as nobody is. */
function withoutFactors(situation: Situation, world: World): Situation {
  const { attempt, pool, client } = situation
  if (!hidesUserExistence(client)) throw wrongCredentials()
  return {
    ...situation,
    user: undefined,
    attempt: { ...attempt, ...identityOf(undefined, attempt.calledAs, pool, world) },
  }
}

/** The pool's functions say what is asked. */
async function startCustom({ pool, client, parameters, origin }: Initiation, world: World): Promise<Step> {
  const { rounds, memory } = beginCustom(pool, parameters)
  const beginning = {
    pool,
    client,
    calledAs: usernameIn(parameters),
    ...deviceKeyIn(parameters),
    asked: 'CUSTOM_CHALLENGE',
    memory,
    origin,
  } as const
  const situation = await begin(beginning, world)
  refuseEarly(situation, world)
  return goOnAsWanted({ ...situation, attempt: { ...situation.attempt, rounds } }, world)
}

/** Functions are not told of somebody who may not sign in, such as to send them a code; unless that showed who is there. */
function refuseEarly({ attempt, client, user }: Situation, { clock }: World): void {
  const refusal = user && refusalByStatus({ before: user, user }, attempt.proofs, clock.now())
  if (refusal && !hidesUserExistence(client)) throw refusal
}

/** The bounds of a username, which the model does not set for a parameter; the client carries the name for us. */
function usernameIn(parameters: Readonly<Record<string, string>>): string {
  const name = need(parameters, 'USERNAME')
  if (name.length > 128) throw invalid('USERNAME must have length less than or equal to 128')
  if (!/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u.test(name)) throw invalid('USERNAME has characters that no username has')
  return name
}

function need(parameters: Readonly<Record<string, string>>, name: string): string {
  const value = parameters[name]
  if (!value) throw missingParameter(name)
  return value
}
