import type { Channel } from '../../domain/message.ts'
import { passwordPolicyOf } from '../../domain/password-policy.ts'
import type { Pool } from '../../domain/pool.ts'
import { missingParameter } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import { post } from '../../outbox/post.ts'
import type { Statement } from '../../store/statement.ts'
import { countEmail } from '../quotas/count-email.ts'
import type { World } from '../world.ts'
import { customMessage } from '../triggers/custom-message.ts'
import { checkChannel } from './check-channel.ts'
import { throughFunction } from './through-function.ts'
import { writeMessage } from './write-message.ts'

/** Whom an administrator invites, with what, and through which channels. */
export interface InvitationOccasion {
  readonly pool: Pool
  readonly user: User
  readonly temporaryPassword: string
  readonly channels: readonly Channel[]
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined
}

const day = 86_400_000

/**
 * AdminCreateUser's invitation: statements that put one message a channel into the outbox. Throws
 * CodeDeliveryFailureException when a channel leads nowhere, InvalidParameterException when the user has no address for
 * it, UnexpectedLambdaException when a function of the pool should have had its say.
 */
export async function invitation(
  { pool, user, temporaryPassword, channels, clientMetadata }: InvitationOccasion,
  world: Pick<World, 'store' | 'sealer' | 'random' | 'clock' | 'outbox' | 'functions' | 'log' | 'journal' | 'rates'>,
): Promise<readonly Statement[]> {
  const recipients = channels.map((channel) => {
    checkChannel(pool, channel, world)
    return { channel, to: addressOf(user, channel) }
  })
  if (recipients.length === 0) return []
  const source = 'CustomMessage_AdminCreateUser'
  const own = await customMessage({ source, pool, clientId: undefined, user, clientMetadata }, world)
  const now = world.clock.now()
  const expiresAt = now + (passwordPolicyOf(pool).TemporaryPasswordValidityDays || 7) * day
  const content = { code: temporaryPassword, username: nameOf(pool, user), expiresAt, own }
  const counted = await Promise.all(channels.map((channel) => countEmail(pool, channel, world)))
  const posted = recipients.map((recipient) => {
    const message = writeMessage(pool, source, recipient, content)
    return post(throughFunction(message, { pool, user, clientMetadata }), now, world)
  })
  return [...counted.flat(), ...posted]
}

function addressOf(user: User, channel: Channel): string {
  const attribute = channel === 'email' ? 'email' : 'phone_number'
  const address = user.attributes[attribute]
  if (address === undefined) throw missingParameter(attribute)
  return address
}

/** What the person will type: where e-mail or phone is the way to sign in, the username is a UUID they never see. */
function nameOf(pool: Pool, user: User): string {
  const attributes = pool.settings.UsernameAttributes ?? []
  return attributes.map((attribute) => user.attributes[attribute]).find((value) => value !== undefined) ?? user.username
}
