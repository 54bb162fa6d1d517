import type { SchemaAttributeType } from '@cognate/wire/user-pools.ts'
import type { ClientSituation } from './client-situation.ts'
import type { ClientSettings } from './pool.ts'
import { invalid } from './refusals.ts'
import { schemaOf } from './user-attributes.ts'

/** What a client reads must exist; what it writes must be its to write, and leave no required attribute out. */
export function checkClientAttributes(settings: ClientSettings, { pool, doing }: ClientSituation): void {
  const schema = schemaOf(pool)
  const { ReadAttributes = [], WriteAttributes } = settings
  if (ReadAttributes.some((name) => !isForClients(schema.get(name))))
    throw invalid(`Invalid read attributes specified while ${doing} a client`)
  if (WriteAttributes && !areWritable(WriteAttributes, schema))
    throw invalid(`Invalid write attributes specified while ${doing} a client`)
}

function areWritable(names: readonly string[], schema: ReadonlyMap<string, SchemaAttributeType>): boolean {
  const required = [...schema.values()].filter(({ Name, Required }) => Required && Name !== 'sub')
  const all = names.every((name) => isForClients(schema.get(name)) && name !== 'sub' && !/^\w+_verified$/.test(name))
  return all && required.every(({ Name = '' }) => names.includes(Name))
}

const isForClients = (attribute: SchemaAttributeType | undefined) =>
  attribute !== undefined && !attribute.DeveloperOnlyAttribute
