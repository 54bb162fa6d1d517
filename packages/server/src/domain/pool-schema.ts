import type { SchemaAttributeType } from '@cognate/wire/user-pools.ts'
import { standardAttributes } from './attribute-schema.ts'
import { invalid } from './refusals.ts'
import { checkSchemaAttribute } from './schema-attribute.ts'

type Schema = readonly SchemaAttributeType[]

const standardNames: ReadonlySet<string> = new Set(standardAttributes.map(({ Name = '' }) => Name))
const mostCustomAttributes = 50

/**
 * The whole schema of a new pool, as DescribeUserPool gives it: the standard attributes with what the request says of
 * them, then its own ones under their prefixed names.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
export function schemaOfNewPool(requested: Schema = []): Schema {
  const overrides = requested.filter(({ Name = '' }) => standardNames.has(Name))
  refuseRepeated(overrides.map(({ Name = '' }) => Name))
  const standard = standardAttributes.map((attribute) => {
    const override = overrides.find(({ Name }) => Name === attribute.Name)
    return override ? overridden(attribute, override) : attribute
  })
  const custom = requested.filter(({ Name = '' }) => !standardNames.has(Name))
  return withCustomAttributes(standard, custom)
}

/** The schema with further attributes at its end; refuses names that it has. */
export function withCustomAttributes(schema: Schema, added: Schema): Schema {
  const complete = [...schema, ...added.map(customAttribute)]
  refuseRepeated(complete.map(({ Name = '' }) => Name))
  if (complete.length - standardAttributes.length > mostCustomAttributes)
    throw invalid(`A user pool can have at most ${mostCustomAttributes} custom attributes.`)
  return complete
}

/** What is said of `sub` changes nothing: it is always there and never changes. */
function overridden(standard: SchemaAttributeType, override: SchemaAttributeType): SchemaAttributeType {
  const retyped = override.AttributeDataType && override.AttributeDataType !== standard.AttributeDataType
  if (retyped || override.DeveloperOnlyAttribute)
    throw invalid(
      `You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute ${standard.Name}`,
    )
  if (standard.Name === 'sub') return standard
  const attribute = {
    ...standard,
    Mutable: override.Mutable ?? standard.Mutable,
    Required: override.Required ?? standard.Required,
    ...constraintsOf(override, standard),
  }
  checkSchemaAttribute(attribute)
  return attribute
}

function customAttribute(requested: SchemaAttributeType): SchemaAttributeType {
  const { Name: bareName = '', AttributeDataType, DeveloperOnlyAttribute = false, Mutable = true } = requested
  if (!bareName) throw invalid('Attribute name cannot be empty')
  if (!AttributeDataType) throw invalid(`Type for attribute {${bareName}} could not be determined`)
  if (requested.Required) throw invalid('Required custom attributes are not supported currently.')
  const attribute: SchemaAttributeType = {
    Name: `${DeveloperOnlyAttribute ? 'dev:' : ''}custom:${bareName}`,
    AttributeDataType,
    DeveloperOnlyAttribute,
    Mutable,
    Required: false,
    ...constraintsOf(requested, {}),
  }
  checkSchemaAttribute(attribute)
  return attribute
}

/** Only the constraints that belong to the type; a text or number has them even when none are given. */
function constraintsOf(requested: SchemaAttributeType, otherwise: SchemaAttributeType): Partial<SchemaAttributeType> {
  const type = requested.AttributeDataType ?? otherwise.AttributeDataType
  const text = requested.StringAttributeConstraints ?? otherwise.StringAttributeConstraints ?? {}
  const number = requested.NumberAttributeConstraints ?? otherwise.NumberAttributeConstraints ?? {}
  if (type === 'String') return { StringAttributeConstraints: text }
  return type === 'Number' ? { NumberAttributeConstraints: number } : {}
}

function refuseRepeated(names: readonly string[]): void {
  const repeated = names.find((name, place) => names.indexOf(name) !== place)
  if (repeated) throw invalid(`Duplicate custom attribute names ${repeated} are not allowed in a user pool schema.`)
}
