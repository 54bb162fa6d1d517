import fc from 'fast-check'
import { matches } from '../input/matches.ts'

// Values for the patterns that are more than one class of characters repeated.
const whole: readonly string[] = [
  'us-east-1_Ab1Cd2Ef3',
  'us-east-1_9c2f1a3e-77aa-4b1c-9d2e-0123456789ab',
  'us-east-1:9c2f1a3e-77aa-4b1c-9d2e-0123456789ab',
  'arn:aws:lambda:us-east-1:000000000000:function:pre-sign-up',
  'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_Ab1Cd2Ef3',
  'arn:aws:s3:::my-logs-bucket',
  'ann@example.com',
  'Your code is {####}',
  'Open {##this link##} to go on',
  'terms-of-use',
  'privacy-policy',
  'cognito:default',
  'cognito:chinese-simplified',
  '9c2f1a3e-77aa-4b1c-9d2e-0123456789ab',
  'my-domain',
  'import-Ab1-2',
  'provider',
  'my.provider',
  'authenticated',
  'unauthenticated',
]

const ascii = 'abcXYZ0123456789_-+=/:;.,@#{}()[]*<>"\'\\|&!?$%^~` \t\n'.split('')
const letters = [...ascii, 'é', '漢', '𝒳', '☃', '\u0301']

/** Strings of the lengths given (in UTF-16 units) that match a Java pattern of the model, plain and odd ones. */
export const textsFor = (pattern: string | undefined, min: number, max: number): fc.Arbitrary<string> => {
  const fits = (text: string): boolean =>
    text.length >= min && text.length <= max && (pattern === undefined || matches(pattern, text))
  const units = letters.filter((letter) => pattern === undefined || fitsRepeated(pattern, letter, min))
  const samples = whole.filter(fits)
  const choices = [
    ...(samples.length === 0 ? [] : [fc.constantFrom(...samples)]),
    ...(units.length === 0 ? [] : [fc.string({ unit: fc.constantFrom(...units), ...sizes(min, max) }).filter(fits)]),
  ]
  if (choices.length === 0) throw new Error(`No sample text matches ${pattern} with ${min} to ${max} characters`)
  return fc.oneof(...choices)
}

const fitsRepeated = (pattern: string, letter: string, min: number): boolean =>
  matches(pattern, letter.repeat(Math.max(1, min))) && matches(pattern, letter.repeat(Math.max(1, min) + 1))

// A unit may take two UTF-16 units, so that half the room is always enough where there is much of it.
const sizes = (min: number, max: number): { minLength: number; maxLength: number } => ({
  minLength: min,
  maxLength: Math.min(max, min + 12),
})
