import type { MemberModel, ServiceModel, StructureModel } from '../model.ts'

type Write = (value: unknown) => unknown

/** Makes the functions that turn an output's values into what JSON.stringify writes. */
export const writer = (model: ServiceModel): { readonly structure: (members: StructureModel) => Write } => {
  const structure = (members: StructureModel): Write => {
    const writes = Object.entries(members).map(([name, member]) => [name, writeOf(member)] as const)
    return (value) => {
      const source = value as Readonly<Record<string, unknown>>
      const written: Record<string, unknown> = {}
      for (const [name, write] of writes) {
        const member = source[name]
        if (member !== undefined && member !== null) written[name] = write(member)
      }
      return written
    }
  }

  const writeOf = (member: MemberModel): Write => {
    if (member.shape !== undefined) return structure(model.shapes[member.shape] ?? {})
    if (member.element !== undefined) return list(writeOf(member.element))
    if (member.value?.shape !== undefined) return map(writeOf(member.value))
    return member.type === 'timestamp' ? seconds : asIs
  }

  return { structure }
}

const asIs: Write = (value) => value
const seconds: Write = (value) => (value as Date).getTime() / 1000
const list =
  (write: Write): Write =>
  (value) =>
    write === asIs ? value : (value as readonly unknown[]).map(write)
const map =
  (write: Write): Write =>
  (value) =>
    Object.fromEntries(Object.entries(value as object).map(([key, entry]) => [key, write(entry)]))
