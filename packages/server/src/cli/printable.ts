/** Text of others as one harmless line: what would move a terminal's cursor or its colours is shown, not obeyed. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Control characters, and those that turn the direction of text. */
const unprintable = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu
