import type { MemberModel, ServiceModel, StructureModel } from './model.ts'

/**
 * Where we deliberately enforce something else than the published model:
 * - A client id is marked sensitive, but it is public, every application ships it, and AWS echoes it [O]: so do we.
 * - Passwords carry the pattern `[\S]+`, yet AWS documents inner spaces as allowed [D user-pool-settings-policies]: the
 *   pattern is read as "not empty" for them (`input/text-checks.ts`); the pool's policy judges the rest.
 * - `ALLOW_CLIENT_TOKEN_AUTH` is documented but missing from the published enum [D]: the model file has it.
 * - A NUL or an unpaired surrogate is refused in every string (`input/scalars.ts`): stores cannot hold them faithfully.
 */
export const withDepartures = (model: ServiceModel): ServiceModel => ({
  ...model,
  shapes: mapValues(model.shapes, structure),
  operations: mapValues(model.operations, (operation) => ({ ...operation, input: structure(operation.input) })),
})

const mapValues = <From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))

const structure = (members: StructureModel): StructureModel =>
  'ClientId' in members ? { ...members, ClientId: shown(members['ClientId'] as MemberModel) } : members

const shown = (member: MemberModel): MemberModel => ({ ...member, sensitive: false })
