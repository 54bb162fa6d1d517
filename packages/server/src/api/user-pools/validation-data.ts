import type { AttributeType } from '@cognate/wire/user-pools.ts'

/** What comes with an operation for functions alone, by name; none where nothing does. */
export function validationData(
  list: readonly AttributeType[] | undefined,
): Readonly<Record<string, string>> | undefined {
  if (!list || list.length === 0) return undefined
  return Object.fromEntries(list.map(({ Name, Value }) => [Name, Value ?? '']))
}
