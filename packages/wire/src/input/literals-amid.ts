import { regExpOf } from './reg-exp-of.ts'

const classThenLiteral = /^(\[(?:\\.|[^\]\\])+\]|\.)([*+])((?:\\[{}]|[#@])+)/

const unescape = (literal: string): string => literal.replaceAll('\\', '')

/** Splits `X*\{##X*##\}X*` into the class X, the room each X must take (0 for `*`, 1 for `+`) and the literals. */
const parse = (pattern: string): { any: string; room: number; literals: readonly string[] } | undefined => {
  const [, any, quantifier] = classThenLiteral.exec(pattern) ?? []
  if (any === undefined || quantifier === undefined) return undefined
  const parts = pattern.split(any + quantifier)
  const literals = parts.slice(1, -1)
  const regular = parts[0] === '' && parts.at(-1) === '' && literals.every((part) => /^(?:\\[{}]|[#@])+$/.test(part))
  return regular ? { any, room: quantifier === '+' ? 1 : 0, literals: literals.map(unescape) } : undefined
}

/**
 * A matcher for patterns that ask for literals amid characters of one class, which the literals' own characters belong to:
 * a regular expression tries every pair of places on a hostile value, in quadratic time or worse, while looking for each
 * literal at its first place is enough. Undefined for other patterns.
 */
export const literalsAmid = (pattern: string): ((value: string) => boolean) | undefined => {
  const parsed = parse(pattern)
  if (parsed === undefined) return undefined
  const { any, room, literals } = parsed
  const onlyAny = regExpOf(`${any}*`)
  return (value) => {
    let place = 0
    for (const literal of literals) {
      const found = value.indexOf(literal, place + room)
      if (found === -1) return false
      place = found + literal.length
    }
    return value.length - place >= room && onlyAny.test(value)
  }
}
