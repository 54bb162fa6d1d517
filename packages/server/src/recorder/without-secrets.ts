import { mask } from './masked.ts'

/** Of what functions and refusals say, enough to be understood. */
export const longestText = 2048

/** A text without secrets, also as they stand in JSON. What was cut may end within one: then its end goes too. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
  // The longest first, so that none leaves a rest of another.
  const longestFirst = forms.toSorted((one, other) => other.length - one.length)
  const rest = longestFirst.reduce((told, secret) => told.replaceAll(secret, mask), text)
  if (text.length < longestText) return rest
  const end = (longestFirst[0]?.length ?? 0) + fullStop
  return rest.slice(0, Math.max(0, rest.length - end)).slice(0, longestText)
}

/** What a sentence adds behind what a function said. */
const fullStop = 2
