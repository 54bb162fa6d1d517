import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { literalsAmid } from './literals-amid.ts'
import { loadModel } from '../load-model.ts'
import { matches } from './matches.ts'
import { regExpOf } from './reg-exp-of.ts'

const patterns = [
  ...new Set(
    (['cognito-idp', 'cognito-identity'] as const).flatMap((service) =>
      [...JSON.stringify(loadModel(service)).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
        ([, pattern]) => JSON.parse(pattern ?? '""') as string,
      ),
    ),
  ),
]
const withLiterals = patterns.filter((pattern) => literalsAmid(pattern) !== undefined)

describe('the patterns of the models', () => {
  it('use of Java only what both languages understand alike or we translate', () => {
    expect(patterns).toHaveLength(46)
    const left = patterns
      .map((pattern) => pattern.replaceAll('[\\S]', ''))
      .filter((pattern) => /\\[SWDbBGZzAQE]/.test(pattern))
    expect(left).toEqual([])
  })

  it.each(patterns)('judge even a hostile value of a ten thousand characters at once: %s', (pattern) => {
    const hostile = ['{####}', '{##', '##}', '@', '_a', 'a', '.', ':', 'arn:a:b:'].map(
      (part) => `${part.repeat(10_000 / part.length)}\u0000`,
    )
    const start = performance.now()
    for (const value of hostile) matches(pattern, value)
    expect(performance.now() - start).toBeLessThan(250)
  })

  it('match the whole value only', () => {
    expect(matches('[\\w+]+', 'abc')).toBe(true)
    expect(matches('[\\w+]+', 'abc\n')).toBe(false)
    expect(matches('[\\w+]+', ' abc')).toBe(false)
  })

  it("know Java's white space, not JavaScript's", () => {
    expect(matches('[\\S]+', 'a\u00A0b')).toBe(true)
    expect(matches('[\\S]+', 'a\u000Bb')).toBe(false)
    expect(matches('[\\w\\s+=,.@-]+', 'a b')).toBe(true)
    expect(matches('[\\w\\s+=,.@-]+', 'a\u00A0b')).toBe(false)
  })

  it('let a dot match line ends only where the pattern says so', () => {
    expect(matches('(?s).*', 'a\nb')).toBe(true)
    expect(matches('.*\\{####\\}.*', 'a\n{####}')).toBe(false)
    expect(matches('.*\\{####\\}.*', 'a {####} b')).toBe(true)
  })
})

describe('patterns with literals amid one class', () => {
  it('are four', () => {
    expect(withLiterals).toHaveLength(4)
  })

  it.each(withLiterals)('are judged as the regular expression judges: %s', (pattern) => {
    const parts = ['{####}', '{##', '##}', '{', '}', '#', '@', 'a', ' ', '\n', '\u0000', '\u00A0', '𝒳']
    const text = fc.array(fc.constantFrom(...parts), { maxLength: 9 }).map((chosen) => chosen.join(''))
    const regExp = regExpOf(pattern)
    fc.assert(
      fc.property(text, (value) => {
        expect(matches(pattern, value)).toBe(regExp.test(value))
      }),
      { numRuns: 2000 },
    )
  })
})
