const maxShown = 256

const bounded = (text: string): string => (text.length > maxShown ? `${text.slice(0, maxShown).toWellFormed()}…` : text)

const plain = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.slice(0, maxShown).map(String).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).slice(0, maxShown)
  return `{${entries.map(([key, entry]) => `${key}=${String(entry)}`).join(', ')}}`
}

/** A value as AWS shows it in a sentence about a broken constraint, in quotes (Java's toString), bounded in length. */
export const show = (value: unknown): string => `'${bounded(plain(value))}'`

/** A map's key as a step of a path. */
export const showKey = (key: string): string => bounded(key)
