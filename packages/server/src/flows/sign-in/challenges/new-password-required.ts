import { changedAttributes } from '../../../domain/changed-attributes.ts'
import { checkNewAttributes, checkWritable, readableAttributes, schemaOf } from '../../../domain/user-attributes.ts'
import type { ContactAttribute } from '../../../domain/contact.ts'
import { keepsMfaChoices } from '../../../domain/keeps-mfa-choices.ts'
import type { MfaFactor } from '../../../domain/mfa-factor.ts'
import type { Pool } from '../../../domain/pool.ts'
import { withFormerFactor } from '../../../domain/with-former-factor.ts'
import { invalid, missingParameter } from '../../../domain/refusals.ts'
import type { Attributes, User } from '../../../domain/user.ts'
import { nameChanges } from '../../attributes/name-changes.ts'
import { changePasswordOf } from '../../passwords/change-password-of.ts'
import type { Attempt } from '../attempt.ts'
import type { Answers, Challenge } from './challenge.ts'

const prefix = 'userAttributes.'

/**
 * The first sign-in with an administrator's temporary password. Required attributes that have no value must come with
 * the answer; one that has a value cannot be changed here, nor an address that must be proved before it changes.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
 */
export const newPasswordRequired: Challenge = {
  async ask({ attempt, pool, client, user }) {
    const attributes = user?.attributes ?? {}
    return {
      parameters: {
        USER_ID_FOR_SRP: attempt.username,
        requiredAttributes: JSON.stringify(missingAttributes(pool, attributes).map((name) => prefix + name)),
        userAttributes: JSON.stringify(readableAttributes(attributes, client)),
      },
    }
  },

  async judge(answers, { attempt, pool, client, user }, world) {
    const password = answers['NEW_PASSWORD']
    if (password === undefined) throw missingParameter('NEW_PASSWORD')
    if (!user) return 'wrong'
    const added = addedAttributes(answers)
    checkWritable(Object.keys(added), client)
    refuseChangedSettled(added, user, pool)
    const attributes = changedAttributes(user.attributes, added)
    checkNewAttributes(attributes, pool)
    refuseChangedFactor(added, { ...user, attributes }, user, pool)
    refuseChangedDemand(added, user, attempt)
    const change = { pool, password, status: 'CONFIRMED' } as const
    const changed = withFormerFactor(pool, user, await changePasswordOf({ ...user, attributes }, change, world))
    const names = await nameChanges(pool, user, changed, world)
    return {
      proof: 'NEW_PASSWORD',
      before: user,
      user: changed,
      statements: [...world.store.users.save(changed, user), ...names],
    }
  },
}

function missingAttributes(pool: Pool, attributes: Attributes): readonly string[] {
  const required = [...schemaOf(pool).values()].filter(({ Required }) => Required)
  return required.map(({ Name = '' }) => Name).filter((name) => name !== 'sub' && !attributes[name])
}

function addedAttributes(answers: Answers): Attributes {
  const added = Object.entries(answers).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(added.map(([name, value]) => [name.slice(prefix.length), value]))
}

function refuseChangedSettled(added: Attributes, user: User, pool: Pool): void {
  const schema = schemaOf(pool)
  const provedFirst: readonly string[] =
    pool.settings.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? []
  const isSettled = (name: string) =>
    schema.get(name)?.Required || schema.get(name)?.Mutable === false || provedFirst.includes(name)
  const changed = Object.keys(added).find(
    (name) => isSettled(name) && user.attributes[name] && user.attributes[name] !== added[name],
  )
  if (changed) throw invalid(`Cannot modify an already provided ${changed}`)
}

/**
 * The administrator's password is one factor: who holds it alone must not choose the other, nor take it away. What is
 * required and missing may come all the same, since the user could not go on without it, but it becomes no factor.
 */
function refuseChangedFactor(added: Attributes, after: User, before: User, pool: Pool): void {
  if (keepsMfaChoices(pool, before, after)) return
  const missing = missingAttributes(pool, before.attributes)
  const changed = (['phone_number', 'email'] as const).find(
    (name) => added[name] !== undefined && !missing.includes(name),
  )
  if (changed) throw invalid(`Cannot modify ${changed}: it decides which second factor is asked for`)
}

/** Nor may they when a risk asks for the other. */
function refuseChangedDemand(added: Attributes, before: User, { demands = [] }: Attempt): void {
  const attributes = demands.flatMap((factor) => attributeOf[factor] ?? [])
  const changed = attributes.find((name) => added[name] !== undefined && added[name] !== before.attributes[name])
  if (changed) throw invalid(`Cannot modify ${changed}: a second factor is asked for there`)
}

const attributeOf: { readonly [Factor in MfaFactor]?: ContactAttribute } = {
  SMS_MFA: 'phone_number',
  EMAIL_OTP: 'email',
}
