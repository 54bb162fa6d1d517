import type { Group } from './group.ts'

/** What a user's groups come to. */
export interface GroupStanding {
  /** The one that goes first, first; among equals by name. */
  readonly names: readonly string[]
  /** Of all groups that have one, in the same order, each once. */
  readonly roles: readonly string[]
  readonly preferredRole?: string
}

/**
 * The lower precedence goes first, and none goes last. The preferred role is that of the first group with a role; where
 * several with different roles are equally first there is none.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html
 */
export function groupStanding(groups: readonly Group[]): GroupStanding {
  const ordered = groups.toSorted((a, b) => order(rank(a), rank(b)) || order(a.name, b.name))
  const withRole = ordered.filter(({ settings }) => settings.RoleArn !== undefined)
  const first = rolesOf(withRole.filter((group) => rank(group) === rank(withRole[0] ?? group)))
  const [preferredRole] = first
  return {
    names: ordered.map(({ name }) => name),
    roles: rolesOf(withRole),
    ...(preferredRole !== undefined && first.length === 1 && { preferredRole }),
  }
}

const rank = ({ settings }: Group) => settings.Precedence ?? Number.POSITIVE_INFINITY

const order = <Value extends string | number>(a: Value, b: Value) => (a < b ? -1 : Number(a > b))

function rolesOf(groups: readonly Group[]): readonly string[] {
  return [...new Set(groups.flatMap(({ settings: { RoleArn } }) => (RoleArn === undefined ? [] : [RoleArn])))]
}
