import type { AttributeType, SchemaAttributeType } from '@cognate/wire/user-pools.ts'
import { attributeFaults } from './attribute-faults.ts'
import { changedAttributes } from './changed-attributes.ts'
import { checkContact } from './contact.ts'
import type { AppClient, Pool } from './pool.ts'
import { invalid, missingParameter, unwritableAttribute } from './refusals.ts'
import type { Attributes } from './user.ts'

/** The list form of the wire as a record; of a name that comes twice the last value counts. */
export function toAttributes(list: readonly AttributeType[] | undefined): Attributes {
  return Object.fromEntries((list ?? []).map(({ Name, Value }) => [Name, valueOf(Name, Value ?? '')]))
}

/** Flags are often sent as Python writes them. */
function valueOf(name: string, value: string): string {
  return isVerifiedFlag(name) && /^(true|false)$/i.test(value) ? value.toLowerCase() : value
}

const isVerifiedFlag = (name: string) => name === 'email_verified' || name === 'phone_number_verified'

export function toAttributeList(attributes: Attributes): readonly AttributeType[] {
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
}

/**
 * Refuses what cannot be set when a user is made: unknown, ill-typed or missing required attributes. Those that an
 * administrator leaves out are asked of the user at the first sign-in.
 */
export function checkNewAttributes(
  attributes: Attributes,
  pool: Pool,
  { complete = true }: { readonly complete?: boolean } = {},
): void {
  const schema = schemaOf(pool)
  const missing = [...schema.values()].filter(({ Name = '', Required }) => {
    return complete && Required && Name !== 'sub' && !attributes[Name]
  })
  const faults = [
    ...Object.entries(attributes).flatMap(([name, value]) => attributeFaults(schema.get(name), name, value)),
    ...missing.map(({ Name }) => `${Name}: The attribute is required`),
  ]
  if (faults.length > 0) throw doesNotConform(faults)
  checkContacts(attributes)
  checkFlags(attributes)
}

/** Refuses what cannot be changed later: as for a new user, attributes that are not mutable, required ones to be removed. */
export function checkChangedAttributes(change: Attributes, before: Attributes, pool: Pool): void {
  const schema = schemaOf(pool)
  const faults = Object.entries(change).flatMap(([name, value]) => {
    const attribute = schema.get(name)
    if (attribute?.Mutable === false) return [`${name}: Attribute cannot be updated.\n`]
    if (attribute?.Required && value === '') return [`${name}: The attribute is required\n`]
    return attributeFaults(attribute, name, value)
  })
  if (faults.length > 0)
    throw invalid(`Invalid user attributes: ${listed(faults.map((fault) => `user.${fault}`)).join('')}`)
  checkContacts(change)
  checkFlags(changedAttributes(before, change))
}

/** An address can be said to be verified only where there is one. */
function checkFlags(attributes: Attributes): void {
  const bare = (['email', 'phone_number'] as const).find(
    (name) => attributes[`${name}_verified`] === 'true' && !attributes[name],
  )
  if (bare) throw missingParameter(bare)
}

/** A client may write what its WriteAttributes name; verified flags never. */
export function checkWritable(names: readonly string[], client: AppClient): void {
  const writable = client.settings.WriteAttributes
  const refused = names.some(
    (name) => isVerifiedFlag(name) || name.startsWith('dev:') || (writable && !writable.includes(name)),
  )
  if (refused) throw unwritableAttribute()
}

/**
 * The attributes a client may read: all of them unless its ReadAttributes name some. Developer-only ones never, `sub` and
 * `identities`, which ReadAttributes cannot name, always [K].
 */
export function readableAttributes(attributes: Attributes, client: AppClient): Attributes {
  const readable = client.settings.ReadAttributes
  return Object.fromEntries(
    Object.entries(attributes).filter(
      ([name]) =>
        !name.startsWith('dev:') && (!readable || readable.includes(name) || name === 'sub' || name === 'identities'),
    ),
  )
}

export function schemaOf(pool: Pool): ReadonlyMap<string, SchemaAttributeType> {
  return new Map((pool.settings.Schema ?? []).map((attribute) => [attribute.Name ?? '', attribute]))
}

function checkContacts(attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) if (value !== '') checkContact(name, value)
}

const doesNotConform = (faults: readonly string[]) =>
  invalid(`Attributes did not conform to the schema: ${listed(faults).join('\n')}`)

/** So many, so that an answer is not as long as whatever was sent. */
const listed = (faults: readonly string[]) => faults.slice(0, 32)
