import type { CallOrigin } from '../../domain/call-origin.ts'
import { mfaAttributes } from '../../domain/mfa-attributes.ts'
import { checkPassword } from '../../domain/password-policy.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import {
  codeExpired,
  passwordNotResettable,
  userDisabled,
  usernameClientNotFound,
  userNotConfirmed,
} from '../../domain/refusals.ts'
import type { Code } from '../../domain/session.ts'
import { hidesUserExistence } from '../../domain/user-existence.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { judgeCode } from '../codes/judge-code.ts'
import { hourlyLimits } from '../codes/limits.ts'
import { findUser } from '../find-user.ts'
import { nobody } from '../sign-in/identity.ts'
import { watchedRequest } from '../threats/watched-request.ts'
import { postConfirmation } from '../triggers/post-confirmation.ts'
import type { World } from '../world.ts'
import { changePasswordOf } from './change-password-of.ts'

export interface Recovery {
  readonly pool: Pool
  readonly client: AppClient
  readonly username: string
  readonly code: string
  readonly password: string
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
  readonly origin: CallOrigin
}

const operation = {
  purpose: 'ForgotPassword',
  kind: 'ConfirmForgotPassword',
  limit: hourlyLimits.ConfirmForgotPassword,
} as const

/** The code sets a new password and ends every session that the old one opened. */
export function confirmForgotPassword(recovery: Recovery, world: World): Promise<void> {
  const { pool, password } = recovery
  // Before anybody is looked for, so that it tells nothing about them.
  checkPassword(password, pool)
  const chosen = { at: 'PASSWORD_CHANGE', password } as const
  const request = { type: 'PasswordChange', ...recovery, chosen } as const
  return watchedRequest(request, () => recover(recovery, world), world)
}

async function recover(recovery: Recovery, world: World): Promise<void> {
  const { pool, client, username, password, clientMetadata } = recovery
  const user = await settled(async () => {
    const user = await findUser(pool, username, world)
    const refusal = refusalOf(user)
    if (refusal && !hidesUserExistence(client)) throw refusal
    const who = user?.sub ?? nobody(username, pool, world)
    const answer = { poolId: pool.id, who, code: recovery.code, ...operation }
    const { code, statements } = await judgeCode(answer, world)
    if (!user || refusal || !stillRecovers(code, pool, user)) throw codeExpired()
    const changed = await changePasswordOf(user, { pool, password, status: 'CONFIRMED' }, world)
    const { users, sessions } = world.store
    const signedOut = sessions.revokeAll(pool.id, user.sub, world.clock.now())
    await world.store.decide([...statements, ...users.save(changed, user), signedOut])
    return changed
  })
  const source = 'PostConfirmation_ConfirmForgotPassword'
  await postConfirmation({ source, pool, clientId: client.id, user, clientMetadata }, world)
}

function refusalOf(user: User | undefined): Error | undefined {
  if (!user) return usernameClientNotFound()
  if (!user.enabled) return userDisabled()
  if (user.status === 'UNCONFIRMED') return userNotConfirmed()
  return user.status === 'CONFIRMED' || user.status === 'RESET_REQUIRED' ? undefined : passwordNotResettable()
}

/** A code opens nothing once its address was left, is no longer proved, or became a second factor. */
function stillRecovers({ attribute, value }: Code, pool: Pool, user: User): boolean {
  const proved = user.attributes[attribute] === value && user.attributes[`${attribute}_verified`] === 'true'
  return proved && !mfaAttributes(pool, user).some((taken) => taken === attribute)
}
