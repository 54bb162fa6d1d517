import { literalsAmid } from './literals-amid.ts'
import { regExpOf } from './reg-exp-of.ts'

type Matcher = (value: string) => boolean

const compiled = new Map<string, Matcher>()

const compile = (pattern: string): Matcher => {
  const linear = literalsAmid(pattern)
  if (linear !== undefined) return linear
  const regExp = regExpOf(pattern)
  return (value) => regExp.test(value)
}

/** Whether the whole value matches a Java pattern of the model, in time linear in the value's length. */
export const matches = (pattern: string, value: string): boolean => {
  let matcher = compiled.get(pattern)
  if (matcher === undefined) {
    matcher = compile(pattern)
    compiled.set(pattern, matcher)
  }
  return matcher(value)
}
