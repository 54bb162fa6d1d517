import type { MemberModel, ServiceModel, StructureModel } from './model.ts'

/**
 * Where we deliberately enforce something else than the published model:
 * - A client id is marked sensitive, but it is public, every application ships it, and AWS echoes it [O]: so do we.
 * - Passwords carry the pattern `[\S]+`, yet AWS documents inner spaces as allowed [D user-pool-settings-policies]: the
 *   pattern is read as "not empty" for them (`input/text-checks.ts`); the pool's policy judges the rest.
 * - A blank TemporaryPassword of AdminCreateUser, and a blank Password of SignUp, are documented to mean none [D], against
 *   their own pattern.
 * - `ALLOW_CLIENT_TOKEN_AUTH` is documented but missing from the published enum [D]: the model file has it.
 * - GetClientToken is signed by the published model, but no key of an operator's is evaluated [D]: the client's secret is
 *   what authorizes it, so anyone may call it (the model file says so).
 * - A ClientName may begin with `_custom_id_:`, which chooses the client's id; the colon is not in AWS's pattern.
 * - A Domain may have dots, as AWS's custom domains have, against the published pattern; the flow tells them apart.
 * - A map of more than 1000 entries is refused (`input/map-reader.ts`): the model bounds few maps, and each entry costs time.
 * - A NUL or an unpaired surrogate is refused in every string (`input/scalars.ts`): stores cannot hold them faithfully.
 */
export const withDepartures = (model: ServiceModel): ServiceModel => ({
  ...model,
  shapes: mapValues(model.shapes, (shape) => structure(shape, changes)),
  operations: mapValues(model.operations, (operation, name) => ({
    ...operation,
    input: structure(operation.input, { ...changes, ...changesOfOperation[name] }),
  })),
})

const mapValues = <From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Record<string, To> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))

type Changes = Readonly<Record<string, Partial<MemberModel>>>

const anything = '(?s).*'

const changes: Changes = {
  ClientId: { sensitive: false },
  ClientName: { prefix: '_custom_id_:' },
  Domain: { pattern: '^[a-z0-9](?:[a-z0-9\\-.]{0,61}[a-z0-9])?$' },
  TemporaryPassword: { pattern: anything },
}

const changesOfOperation: Readonly<Record<string, Changes>> = { SignUp: { Password: { pattern: anything } } }

const structure = (members: StructureModel, wanted: Changes): StructureModel => {
  const changed = Object.entries(members).filter(([name]) => name in wanted)
  return { ...members, ...Object.fromEntries(changed.map(([name, member]) => [name, { ...member, ...wanted[name] }])) }
}
