import type { Check } from './check.ts'

/**
 * The one check that says that some of a collection's simple members break their constraints: AWS reports them together,
 * on the collection [O]. `kind` begins the sentence: `Member`, `Map keys` or `Map value`.
 */
export const membersCheck = (
  kind: 'Member' | 'Map keys' | 'Map value',
  checks: readonly Check[],
  membersOf: (collection: unknown) => readonly unknown[],
): readonly Check[] => {
  if (checks.length === 0) return []
  const rule = `${kind} must satisfy constraint: [${checks.map((check) => check.rule).join(', ')}]`
  const breaks = (value: unknown): boolean => checks.some((check) => check.fails(value))
  return [{ rule, fails: (collection) => membersOf(collection).some(breaks) }]
}
