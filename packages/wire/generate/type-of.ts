import type { MemberModel, StructureModel } from '../src/model.ts'

const plain: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  long: 'number',
  boolean: 'boolean',
  timestamp: 'Date',
  blob: 'string',
  document: 'JsonDocument',
}

/** The TypeScript type of one member, list element or map value. */
export const typeOf = (member: MemberModel): string => {
  if (member.shape !== undefined) return member.shape
  if (member.enum !== undefined) return member.enum
  if (member.element !== undefined) return `readonly ${typeOf(member.element)}[]`
  if (member.value !== undefined) return `Readonly<Record<string, ${typeOf(member.value)}>>`
  const name = plain[member.type]
  if (name === undefined) throw new Error(`The model has a member of unknown type ${member.type}`)
  return name
}

const memberLine = (name: string, member: MemberModel): string =>
  member.required === true
    ? `  readonly ${name}: ${typeOf(member)}\n`
    : `  readonly ${name}?: ${typeOf(member)} | undefined\n`

/** An interface declaration; a structure without members becomes a record that holds nothing. */
export const interfaceOf = (name: string, members: StructureModel): string => {
  const lines = Object.entries(members).map(([member, model]) => memberLine(member, model))
  return lines.length === 0
    ? `export type ${name} = Record<string, never>\n`
    : `export interface ${name} {\n${lines.join('')}}\n`
}
