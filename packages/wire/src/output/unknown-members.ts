import type { MemberModel, ServiceModel, StructureModel } from '../model.ts'

const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> => typeof json === 'object' && json !== null

const below = (path: string, step: string | number): string => (path === '' ? String(step) : `${path}.${step}`)

/** Makes the search for members, anywhere in a JSON value, that the model does not have or that are null. */
export const unknownMembers = (model: ServiceModel) => {
  const inStructure = (members: StructureModel, json: unknown, path: string): readonly string[] =>
    isRecord(json)
      ? Object.entries(json).flatMap(([name, value]) => inMember(members[name], value, below(path, name)))
      : []

  const inMember = (member: MemberModel | undefined, json: unknown, path: string): readonly string[] => {
    if (member === undefined) return [`${path}: no such member`]
    if (json === null && member.type !== 'document') return [`${path}: null`]
    if (member.shape !== undefined) return inStructure(model.shapes[member.shape] ?? {}, json, path)
    const inner = member.element ?? member.value
    if (inner === undefined || !isRecord(json)) return []
    return Object.entries(json).flatMap(([key, value]) => inMember(inner, value, below(path, key)))
  }

  return (members: StructureModel, json: unknown): readonly string[] => inStructure(members, json, '')
}
