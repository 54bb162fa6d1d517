import type { Verdict } from './timeline.ts'

/** The name that a call was about, where it names one. */
export function calledAs(input: unknown): string | undefined {
  const name = textIn(input, 'Username')
  if (name !== undefined) return name
  return textIn(memberOf(input, 'AuthParameters') ?? memberOf(input, 'ChallengeResponses'), 'USERNAME')
}

/** How a sign-in begins, or the challenge that is answered. */
export function asksOf(input: unknown): string | undefined {
  return textIn(input, 'AuthFlow') ?? textIn(input, 'ChallengeName')
}

export function outputVerdict(output: unknown): Verdict {
  const challenge = textIn(output, 'ChallengeName')
  if (challenge !== undefined) return { kind: 'challenge', challenge }
  return { kind: memberOf(output, 'AuthenticationResult') === undefined ? 'done' : 'tokens' }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined
}

function textIn(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name)
  return typeof member === 'string' ? member : undefined
}
