import type { ExplicitAuthFlowsType } from '@cognate/wire/user-pools.ts'
import { adminFlowNotEnabled, flowNotEnabled, flowNotSupported } from '../../domain/refusals.ts'
import { hidesUserExistence } from '../../domain/user-existence.ts'
import { checkSecretHash } from '../client-secret.ts'
import { deviceKeyIn } from '../devices/presented-device.ts'
import { preAuthentication } from '../triggers/pre-authentication.ts'
import { refuseBlocked } from '../threats/refuse-blocked.ts'
import { watched } from '../threats/watched.ts'
import { migrateUser } from '../users/migrate-user.ts'
import type { World } from '../world.ts'
import type { Situation } from './challenges/challenge.ts'
import { allowsFlow } from './allows-flow.ts'
import { ask } from './ask.ts'
import { begin } from './begin.ts'
import { beginCustom } from './begin-custom.ts'
import type { Initiation } from './initiation.ts'
import { need } from './need.ts'
import { refusalByStatus } from './refusal-by-status.ts'
import { confirmedSignUp } from './confirmed-sign-up.ts'
import { goOnAsWanted } from './custom-rounds.ts'
import { answer, goOnFrom, type Step } from './sign-in.ts'
import { startChoice } from './start-choice.ts'
import { usernameIn } from './username-in.ts'

/** The flows of InitiateAuth and AdminInitiateAuth that begin with a name; which of them a door offers is in the tables below. */
interface Flow {
  readonly enabledBy: readonly ExplicitAuthFlowsType[]
  /** The password with which another directory may be asked for who is unknown here; never where none is sent. */
  readonly migratesBy?: (parameters: Initiation['parameters']) => string | undefined
  readonly start: (initiation: Initiation, world: World) => Promise<Step>
}

const srp: Flow = { enabledBy: ['ALLOW_USER_SRP_AUTH'], start: startSrp }
const passwordWith = (...enabledBy: readonly ExplicitAuthFlowsType[]): Flow => ({
  enabledBy,
  migratesBy: ({ PASSWORD }) => PASSWORD,
  start: startPassword,
})
const adminPassword = passwordWith('ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH')
const choice: Flow = {
  enabledBy: ['ALLOW_USER_AUTH'],
  // Where the password is chosen and comes along [K].
  migratesBy: ({ PREFERRED_CHALLENGE, PASSWORD }) => (PREFERRED_CHALLENGE === 'PASSWORD' ? PASSWORD : undefined),
  start: startChoice,
}
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

/** Starts a sign-in as the public operation offers it. */
export function initiate(flow: string, initiation: Initiation, world: World): Promise<Step> {
  return start(publicFlows[flow], initiation, () => flowNotEnabled(flow), world)
}

/** Starts a sign-in as the administrator's operation offers it. */
export function adminInitiate(flow: string, initiation: Initiation, world: World): Promise<Step> {
  return start(adminFlows[flow], initiation, adminFlowNotEnabled, world)
}

async function start(flow: Flow | undefined, initiation: Initiation, notEnabled: () => Error, world: World) {
  const { client, parameters } = initiation
  if (!flow) throw flowNotSupported()
  if (!allowsFlow(client, flow.enabledBy)) throw notEnabled()
  const confirmed = flow === choice ? await confirmedSignUp(initiation, world) : undefined
  const name = confirmed?.situation.attempt.calledAs ?? usernameIn(parameters)
  if (!confirmed) checkSecretHash(client, parameters['SECRET_HASH'], [name], world)
  const watchedAs = flow === custom ? 'custom' : 'standard'
  await refuseBlocked({ ...initiation, username: name, flow: watchedAs }, world)
  if (!confirmed) await migrate(flow, { ...initiation, name }, world)
  await preAuthentication({ ...initiation, name }, world)
  return confirmed ? goOnFrom(confirmed.situation, world, confirmed.refuseOutdated) : flow.start(initiation, world)
}

/** What the client has to say to functions goes by both names [D]. */
async function migrate(
  flow: Flow,
  { parameters, origin, ...initiation }: Initiation & { readonly name: string },
  world: World,
) {
  const password = flow.migratesBy?.(parameters)
  if (!password) return
  const source = 'UserMigration_Authentication'
  const told = { ...initiation, source, password, validationData: initiation.clientMetadata } as const
  await migrateUser({ ...told, region: origin.region }, world)
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
  const begun = { ...situation, attempt: { ...situation.attempt, rounds } }
  return watched(begun, {}, (present) => goOnAsWanted(present, world), world)
}

/** Functions are not told of somebody who may not sign in, such as to send them a code; unless that showed who is there. */
function refuseEarly({ attempt, client, user }: Situation, { clock }: World): void {
  const refusal = user && refusalByStatus({ before: user, user }, attempt.proofs, clock.now())
  if (refusal && !hidesUserExistence(client)) throw refusal
}
