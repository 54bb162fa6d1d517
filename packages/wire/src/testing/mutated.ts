import fc from 'fast-check'

type Json = unknown

const odd: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, '', 0, -1, 1.5, 1e300, true, [], {}, [null], ['x'], { a: 1 }, 'x'.repeat(3000)),
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ maxDepth: 4 }),
)

const hostileKeys = ['__proto__', 'constructor', 'toString', 'Nonsense', '']

const change = (json: Json, steps: readonly number[], value: Json): Json => {
  const [step, ...rest] = steps
  if (step === undefined || typeof json !== 'object' || json === null) return value
  const keys = [...Object.keys(json), ...hostileKeys]
  const key = keys[step % keys.length] ?? ''
  const inner = Object.hasOwn(json, key) ? (json as Record<string, Json>)[key] : undefined
  const changed = change(inner, rest, value)
  if (Array.isArray(json)) return [...(json as readonly Json[]), changed]
  return Object.fromEntries([...Object.entries(json), [key, changed]])
}

/** A generated JSON value with one to three places, at any depth, replaced or added to by something that may not belong there. */
export const mutated = (valid: fc.Arbitrary<Json>): fc.Arbitrary<Json> => {
  const mutation = fc.tuple(fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 4 }), odd)
  return fc
    .tuple(valid, fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([json, mutations]) => mutations.reduce((changed, [steps, value]) => change(changed, steps, value), json))
}
