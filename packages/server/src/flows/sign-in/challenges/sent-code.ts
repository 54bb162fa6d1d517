import { maskContact, type ContactAttribute } from '../../../domain/contact.ts'
import { foldName } from '../../../domain/names.ts'
import type { Pool } from '../../../domain/pool.ts'
import {
  mfaCodeMismatch,
  mfaNotDeliverable,
  missingParameter,
  noSuchAddress,
  tooManyMfaCodes,
  triggerNotBuilt,
} from '../../../domain/refusals.ts'
import { hidesUserExistence } from '../../../domain/user-existence.ts'
import type { User } from '../../../domain/user.ts'
import { post } from '../../../outbox/post.ts'
import type { Statement } from '../../../store/statement.ts'
import { nameChanges } from '../../attributes/name-changes.ts'
import { decoyDestination } from '../../codes/decoy-destination.ts'
import { hourlyLimits } from '../../codes/limits.ts'
import { channelRefusal } from '../../messages/check-channel.ts'
import { throughFunction } from '../../messages/through-function.ts'
import { writeMessage } from '../../messages/write-message.ts'
import { countEmail } from '../../quotas/count-email.ts'
import { customMessage } from '../../triggers/custom-message.ts'
import { functionOf } from '../../triggers/function-of.ts'
import type { World } from '../../world.ts'
import type { Proof } from '../attempt.ts'
import type { Answers, Challenge, Question, RightAnswer, Situation } from './challenge.ts'
import type { CodeUse } from './code-use.ts'

interface SentCode {
  readonly attribute: ContactAttribute
  readonly answerNames: readonly string[]
  readonly use: CodeUse
  readonly proof: Proof
}

/**
 * A code that is sent to an address of the user's, good for this sign-in alone; the right one proves the address too.
 * The code's digest travels with the attempt and knows the address, so a code does not outlive either.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-sms-email-message.html
 */
export function sentCode({ attribute, answerNames, use, proof }: SentCode): Challenge {
  const channel = attribute === 'email' ? 'email' : 'sms'
  return {
    guarded: { kind: use.guard, wrong: mfaCodeMismatch },

    async ask(situation, world) {
      const { pool, user } = situation
      const to = user ? user.attributes[attribute] : decoyAddress(situation, attribute, world)
      if (!to) return { refusal: noSuchAddress(attribute) }
      const refusal = channelRefusal(pool, channel, world, mfaNotDeliverable) ?? tellingRefusal(situation, use)
      return refusal ? { refusal } : question(situation, { attribute, to, use }, world)
    },

    async judge(answers, situation, world) {
      const code = given(answers, answerNames)
      const { attempt, pool, user } = situation
      const to = user?.attributes[attribute]
      const digest = digestOf(code, to ?? '', world)
      const right = world.sealer.equalDigests(digest, attempt.memory['code'] ?? '')
      return user && to && right ? proved({ pool, user, attribute, proof }, world) : 'wrong'
    },
  }
}

/** Before anything was shown, how long a function takes, and how it fails, would tell who exists. */
function tellingRefusal({ pool, client }: Situation, { guard }: CodeUse): Error | undefined {
  const tells = guard === 'OneTimePassword' && hidesUserExistence(client)
  return tells && functionOf(pool, 'CustomMessage') !== undefined ? triggerNotBuilt('CustomMessage') : undefined
}

interface Destination {
  readonly attribute: ContactAttribute
  readonly to: string
  readonly use: CodeUse
}

/** Nobody is counted and answered as somebody is, but has no message. */
async function question(situation: Situation, { attribute, to, use }: Destination, world: World): Promise<Question> {
  const { attempt, user } = situation
  const code = world.random.digits(use.digits)
  const digest = digestOf(user ? code : world.random.uuid(), to, world)
  return {
    parameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: attribute === 'email' ? 'EMAIL' : 'SMS',
      CODE_DELIVERY_DESTINATION: maskContact(attribute, to),
      USER_ID_FOR_SRP: attempt.username,
    },
    memory: { code: digest },
    statements: [
      counted(situation, use, world),
      ...(await countEmail(situation.pool, attribute === 'email' ? 'email' : 'sms', world)),
      ...(user ? [await message(user, { attribute, to, code, use }, situation, world)] : []),
    ],
  }
}

function counted({ attempt, pool }: Situation, { sending }: CodeUse, { store, clock }: World): Statement {
  const guard = { poolId: pool.id, who: attempt.who, kind: sending, now: clock.now() }
  return store.guards.count({ ...guard, limit: hourlyLimits[sending], windowMs: 3_600_000 }, tooManyMfaCodes)
}

async function message(
  user: User,
  sent: Destination & { readonly code: string },
  { attempt, pool, client, clientMetadata }: Situation,
  world: World,
): Promise<Statement> {
  const source = 'CustomMessage_Authentication'
  const channel = sent.attribute === 'email' ? 'email' : 'sms'
  const own = await customMessage({ source, pool, clientId: client.id, user, clientMetadata }, world)
  const content = { code: sent.code, expiresAt: attempt.expiresAt, own }
  const written = writeMessage(pool, source, { channel, to: sent.to }, content)
  const handed = throughFunction(written, { pool, user, clientId: client.id, clientMetadata })
  return post(handed, world.clock.now(), world)
}

function decoyAddress({ attempt, pool }: Situation, attribute: ContactAttribute, { sealer }: World): string {
  return decoyDestination(foldName(pool, attempt.calledAs), [attribute], { poolId: pool.id, sealer }).value
}

function given(answers: Answers, names: readonly string[]): string {
  const code = names.map((name) => answers[name]).find((answer) => answer !== undefined)
  if (code === undefined) throw missingParameter(names[0] ?? '')
  return code
}

function digestOf(code: string, to: string, { sealer }: Pick<World, 'sealer'>): string {
  return sealer.digest(code, `sign-in code:${to}`)
}

interface Proved {
  readonly pool: Pool
  readonly user: User
  readonly attribute: ContactAttribute
  readonly proof: Proof
}

/**
 * Who has the address is CONFIRMED, however the pool would have confirmed them.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
async function proved({ pool, user: before, attribute, proof }: Proved, world: World): Promise<RightAnswer> {
  const flag = `${attribute}_verified`
  const confirms = before.status === 'UNCONFIRMED'
  if (before.attributes[flag] === 'true' && !confirms) return { proof, before, user: before, statements: [] }
  const user: User = {
    ...before,
    status: confirms ? 'CONFIRMED' : before.status,
    attributes: { ...before.attributes, [flag]: 'true' },
    modifiedAt: world.clock.now(),
  }
  const names = await nameChanges(pool, before, user, { ...world, force: true })
  return { proof, before, user, statements: [...world.store.users.save(user, before), ...names] }
}
