import { maskContact, type ContactAttribute } from '../../../domain/contact.ts'
import type { Pool } from '../../../domain/pool.ts'
import {
  mfaCodeMismatch,
  mfaNotDeliverable,
  missingParameter,
  noSuchAddress,
  tooManyMfaCodes,
} from '../../../domain/refusals.ts'
import type { User } from '../../../domain/user.ts'
import { post } from '../../../outbox/post.ts'
import { nameChanges } from '../../attributes/name-changes.ts'
import { hourlyLimits } from '../../codes/limits.ts'
import { channelRefusal } from '../../messages/check-channel.ts'
import { writeMessage } from '../../messages/write-message.ts'
import type { World } from '../../world.ts'
import type { Answers, Challenge, RightAnswer, Situation } from './challenge.ts'

/**
 * A code that is sent to an address of the user's, good for this sign-in alone; the right one proves the address too.
 * The code's digest travels with the attempt and knows the address, so a code does not outlive either.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-sms-email-message.html
 */
export function messageMfa(attribute: ContactAttribute, answerNames: readonly string[]): Challenge {
  return {
    guarded: { kind: 'Mfa', wrong: mfaCodeMismatch },

    async ask(situation, world) {
      const channel = attribute === 'email' ? 'email' : 'sms'
      const to = situation.user?.attributes[attribute]
      if (!to) return { refusal: noSuchAddress(attribute) }
      const refusal = channelRefusal(situation.pool, channel, world, mfaNotDeliverable)
      return refusal ? { refusal } : question(situation, { attribute, channel, to }, world)
    },

    async judge(answers, situation, world) {
      const code = given(answers, answerNames)
      const { attempt, pool, user } = situation
      const to = user?.attributes[attribute]
      const digest = digestOf(code, to ?? '', world)
      const right = world.sealer.equalDigests(digest, attempt.memory['code'] ?? '')
      return user && to && right ? proved(pool, user, attribute, world) : 'wrong'
    },
  }
}

interface Destination {
  readonly attribute: ContactAttribute
  readonly channel: 'email' | 'sms'
  readonly to: string
}

function question(situation: Situation, { attribute, channel, to }: Destination, world: World) {
  const { attempt, pool } = situation
  const now = world.clock.now()
  const code = world.random.digits(6)
  const content = { code, expiresAt: attempt.expiresAt }
  const message = writeMessage(pool, 'CustomMessage_Authentication', { channel, to }, content)
  const kind = 'AuthenticationCode'
  const guard = { poolId: pool.id, who: attempt.who, kind, now, limit: hourlyLimits[kind], windowMs: 3_600_000 }
  return {
    parameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: channel === 'email' ? 'EMAIL' : 'SMS',
      CODE_DELIVERY_DESTINATION: maskContact(attribute, to),
      USER_ID_FOR_SRP: attempt.username,
    },
    memory: { code: digestOf(code, to, world) },
    statements: [world.store.guards.count(guard, tooManyMfaCodes), post(message, now, world)],
  }
}

function given(answers: Answers, names: readonly string[]): string {
  const code = names.map((name) => answers[name]).find((answer) => answer !== undefined)
  if (code === undefined) throw missingParameter(names[0] ?? '')
  return code
}

function digestOf(code: string, to: string, { sealer }: Pick<World, 'sealer'>): string {
  return sealer.digest(code, `MFA code:${to}`)
}

async function proved(pool: Pool, user: User, attribute: ContactAttribute, world: World): Promise<RightAnswer> {
  const flag = `${attribute}_verified`
  if (user.attributes[flag] === 'true') return { proof: 'MFA', before: user, user, statements: [] }
  const verified: User = { ...user, attributes: { ...user.attributes, [flag]: 'true' }, modifiedAt: world.clock.now() }
  const names = await nameChanges(pool, user, verified, { ...world, force: true })
  return {
    proof: 'MFA',
    before: user,
    user: verified,
    statements: [...world.store.users.save(verified, user), ...names],
  }
}
