import { changedAttributes } from './changed-attributes.ts'
import type { ContactAttribute } from './contact.ts'
import type { Pool } from './pool.ts'
import type { Attributes, User } from './user.ts'

/** What a change of attributes comes to. */
export interface AttributeUpdate {
  readonly attributes: Attributes
  readonly pendingAttributes: Attributes
  /** New addresses that their owner shall prove by a code. */
  readonly unproven: readonly ContactAttribute[]
}

const contacts = ['email', 'phone_number'] as const

/**
 * A new address that must be verified first waits, and the old one stays in use; any other change counts at once. One
 * that comes with its verified flag needs no proof.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html
 */
export function attributeUpdate(user: User, change: Attributes, { settings }: Pool): AttributeUpdate {
  const mentioned = contacts.filter((name) => change[name] !== undefined)
  const fresh = mentioned.filter(
    (name) => change[name] && change[name] !== user.attributes[name] && change[`${name}_verified`] !== 'true',
  )
  const first = settings.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? []
  const waiting = fresh.filter((name) => first.includes(name))
  const unproven = fresh.filter((name) => waiting.includes(name) || settings.AutoVerifiedAttributes?.includes(name))
  return {
    attributes: changedAttributes(user.attributes, without(change, waiting.flatMap(withFlag))),
    pendingAttributes: {
      ...without(user.pendingAttributes, mentioned),
      ...Object.fromEntries(waiting.map((name) => [name, change[name] ?? ''])),
    },
    unproven,
  }
}

const withFlag = (name: ContactAttribute) => [name, `${name}_verified`]

function without(attributes: Attributes, names: readonly string[]): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)))
}
