import { checksOf } from './checks-of.ts'
import { listReader } from './list-reader.ts'
import { mapReader } from './map-reader.ts'
import { membersCheck } from './members-check.ts'
import { scalars } from './scalars.ts'
import { structureReader } from './structure-reader.ts'
import { valueReader } from './value-reader.ts'
import type { Check } from './check.ts'
import type { MemberModel, ServiceModel, StructureModel } from '../model.ts'
import type { Reader, Readers } from './reader.ts'

const label = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)
const itemsOf = (list: unknown): readonly unknown[] => list as readonly unknown[]
const valuesOf = (map: unknown): readonly unknown[] => Object.values(map as object)
const keysOf = (map: unknown): readonly unknown[] => Object.keys(map as object)

const visible = (member: MemberModel): 'shown' | 'hidden' => {
  const inner = member.element ?? member.value
  const secret = member.sensitive === true || inner?.sensitive === true || inner?.shape !== undefined
  return secret || member.type === 'blob' ? 'hidden' : 'shown'
}

/** Makes the readers of a service, each shape's once. */
export const readers = (model: ServiceModel): Readers => {
  const shapes = new Map<string, Reader>()

  const structure = (members: StructureModel): Reader =>
    structureReader(
      Object.entries(members).map(([name, member]) => ({
        name,
        label: label(name),
        required: member.required === true,
        read: readerOf(member),
      })),
    )

  const shape = (name: string): Reader => {
    const reader = shapes.get(name) ?? structure(model.shapes[name] ?? {})
    shapes.set(name, reader)
    return reader
  }

  const simpleChecks = (member: MemberModel): readonly Check[] =>
    member.type === 'list' || member.type === 'map' ? [] : checksOf(member, model.enums)

  // Simple members report on their collection, the others on themselves.
  const inner = (member: MemberModel): Reader =>
    member.type === 'structure' || member.type === 'list' || member.type === 'map'
      ? readerOf(member)
      : scalars[member.type]

  const list = (member: MemberModel, element: MemberModel): Reader => {
    const checks = [...checksOf(member, model.enums), ...membersCheck('Member', simpleChecks(element), itemsOf)]
    return valueReader(listReader(inner(element)), checks, visible(member))
  }

  const map = (member: MemberModel, key: MemberModel, value: MemberModel): Reader => {
    const checks = [
      ...checksOf(member, model.enums),
      ...membersCheck('Map keys', simpleChecks(key), keysOf),
      ...membersCheck('Map value', simpleChecks(value), valuesOf),
    ]
    return valueReader(mapReader(inner(value)), checks, visible(member))
  }

  const readerOf = (member: MemberModel): Reader => {
    if (member.shape !== undefined) return shape(member.shape)
    if (member.element !== undefined) return list(member, member.element)
    if (member.key !== undefined && member.value !== undefined) return map(member, member.key, member.value)
    if (member.type === 'structure' || member.type === 'list' || member.type === 'map') {
      throw new Error(`The model has an incomplete ${member.type}`)
    }
    return valueReader(scalars[member.type], checksOf(member, model.enums), visible(member))
  }

  return { structure }
}
