/** What stands for a value that nobody may read later. */
export const mask = '[masked]'

/** Names of what proves something or lets somebody in, wherever they stand in a name. */
const secretName =
  /pass|secret|token|answer|code|otp|pin(?![a-z])|credential|private|challengemetadata|authorization|api_?key|signature/i
/** Names that only look like it. */
const plainName =
  /^(?:codeParameter|linkParameter|usernameParameter|postalCode|postal_code|issueTokens|failAuthentication|answerCorrect|tokenType)$/
/** What everybody's text holds is no secret. */
const leastSecret = 4

/** JSON text as JSON, without passwords, codes, tokens, secrets and answers; neither those by name, nor `secrets` wherever they stand. */
export function masked(json: string, secrets: readonly string[]): unknown {
  try {
    return maskedValue(JSON.parse(json), { secrets, hidden: 'no' })
  } catch {
    return mask
  }
}

/** The texts in a call that are to be read nowhere else either. */
export function secretsIn(input: unknown): readonly string[] {
  return leavesOf(input, 'no').filter((text) => text.length >= leastSecret)
}

interface Masking {
  readonly secrets: readonly string[]
  readonly hidden: 'yes' | 'no'
}

function maskedValue(value: unknown, masking: Masking): unknown {
  if (typeof value === 'string') return isSecret(value, masking) ? mask : value
  if (typeof value === 'number') return isSecret(String(value), masking) ? mask : value
  if (Array.isArray(value)) return value.map((each) => maskedValue(each, masking))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => [
    isSecret(name, { ...masking, hidden: 'no' }) ? mask : name,
    maskedValue(member, { ...masking, hidden: hiddenBelow(name, masking.hidden) }),
  ])
  return Object.fromEntries(members)
}

function isSecret(text: string, { secrets, hidden }: Masking): boolean {
  if (hidden === 'yes') return text !== ''
  return secrets.some((secret) => text.includes(secret))
}

function leavesOf(value: unknown, hidden: 'yes' | 'no'): readonly string[] {
  if (typeof value === 'string') return hidden === 'yes' ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, hiddenBelow(name, hidden)))
}

function hiddenBelow(name: string, above: 'yes' | 'no'): 'yes' | 'no' {
  if (plainName.test(name)) return 'no'
  return above === 'yes' || secretName.test(name) ? 'yes' : 'no'
}
