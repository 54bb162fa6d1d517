import { aliasesOf } from '../../domain/login-names.ts'
import { confirmationCountsMs } from '../../domain/confirmation-counts.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import {
  aliasTaken,
  cannotConfirm,
  codeExpired,
  sessionInvalid,
  userDisabled,
  usernameClientNotFound,
} from '../../domain/refusals.ts'
import { hidesUserExistence } from '../../domain/user-existence.ts'
import type { Code } from '../../domain/session.ts'
import type { Credentials, User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { claimAliases } from '../attributes/claim-aliases.ts'
import { judgeCode } from '../codes/judge-code.ts'
import { hourlyLimits } from '../codes/limits.ts'
import { findUser } from '../find-user.ts'
import { nobody } from '../sign-in/identity.ts'
import { openSignUpSession, sealSignUpSession, type SignUpSession } from './sign-up-session.ts'
import { postConfirmation } from '../triggers/post-confirmation.ts'
import type { World } from '../world.ts'

export interface Confirmation {
  readonly pool: Pool
  readonly client: AppClient
  readonly username: string
  readonly code: string
  /** Takes an alias from the user who has it now, instead of refusing. */
  readonly forceAliasCreation: boolean
  /** What the sign-up gave: of this client, and of whom it confirms, but it may have ended long ago. */
  readonly session?: string | undefined
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined
}

interface Confirmed {
  readonly user: User
  readonly session: string | undefined
}

const operation = { purpose: 'ConfirmSignUp', kind: 'ConfirmSignUp', limit: hourlyLimits.ConfirmSignUp } as const

/** The code proves the address it was sent to: the user is CONFIRMED, the address verified, and an alias if the pool has it so. */
export async function confirmSignUp(confirmation: Confirmation, world: World): Promise<Confirmed> {
  const { pool, client, clientMetadata } = confirmation
  const begun =
    confirmation.session === undefined ? undefined : openSignUpSession(confirmation.session, confirmation, world)
  const confirmed = await settled(() => confirmOnce(confirmation, begun, world))
  const source = 'PostConfirmation_ConfirmSignUp'
  await postConfirmation({ source, pool, clientId: client.id, user: confirmed.user, clientMetadata }, world)
  return confirmed
}

async function confirmOnce(
  confirmation: Confirmation,
  begun: SignUpSession | undefined,
  world: World,
): Promise<Confirmed> {
  const { pool, client, username, code: given, forceAliasCreation: force } = confirmation
  const user = await findUser(pool, username, world)
  const refusal = refusalOf(user)
  if (refusal && !hidesUserExistence(client)) throw refusal
  const who = user?.sub ?? nobody(username, pool, world)
  const answer = { poolId: pool.id, who, code: given, ...operation }
  const { code, statements } = await judgeCode(answer, world)
  if (!user || refusal) throw codeExpired()
  if (begun && begun.sub !== user.sub) throw sessionInvalid()

  const confirmed: User = {
    ...proved(user, code),
    status: 'CONFIRMED',
    credentials: { ...user.credentials, ...(isTheirs(code, user) && secondFactor(pool, world)) },
    modifiedAt: world.clock.now(),
  }
  const aliases = aliasesOf(pool, confirmed)
  const taken = ({ kind }: { readonly kind: string }) => aliasTaken(kind)
  const names = await claimAliases({ pool, user: confirmed, aliases, force, taken }, world)
  await world.store.decide([...statements, ...world.store.users.save(confirmed, user), ...names])
  return { user: confirmed, session: sealSignUpSession(confirmed, { pool, client, code }, world) }
}

function refusalOf(user: User | undefined): Error | undefined {
  if (!user) return usernameClientNotFound()
  if (!user.enabled) return userDisabled()
  return user.status === 'UNCONFIRMED' ? undefined : cannotConfirm(user.status)
}

/** Where MFA is required, the code counts as the second factor of the sign-in that follows. */
function secondFactor({ settings }: Pool, { clock }: Pick<World, 'clock'>): Partial<Credentials> {
  return settings.MfaConfiguration === 'ON' ? { confirmationCountsUntil: clock.now() + confirmationCountsMs } : {}
}

type Sent = Pick<Code, 'attribute' | 'value'>

/** An address that is another's by now proves nothing of the user's. */
const isTheirs = ({ attribute, value }: Sent, { attributes }: User) => attributes[attribute] === value

/** Only the address the code went to, if it is still theirs. */
function proved(user: User, code: Sent): User {
  if (!isTheirs(code, user)) return user
  return { ...user, attributes: { ...user.attributes, [`${code.attribute}_verified`]: 'true' } }
}
