/** Shorter words hide nothing, and stand in every sentence. */
const shortest = 4
const mostWords = 200

/**
 * Takes out of a line what came with an event: its texts, wherever they stand, and whatever looks like an address or a
 * number that somebody is reached at. For what functions print: they like to print the whole event.
 */
export function maskerFor(payload: string): (line: string) => string {
  const words = wordsIn(payload)
  return (line) => words.reduce((masked, word) => masked.replaceAll(word, '***'), line).replace(addresses, '***')
}

const addresses = /[\w.+%'-]{1,64}@[\w.-]{1,255}|\+?\d{6,}/g

/** The longest first, so that none leaves a rest of another. */
function wordsIn(payload: string): readonly string[] {
  const found = new Set<string>()
  collect(privateParts(payload), found)
  return [...found].filter(isTelling).toSorted((one, other) => other.length - one.length)
}

const isTelling = (word: string) => word.length >= shortest && !plain.has(word)
const plain: ReadonlySet<string> = new Set(['true', 'false', 'null'])

/** Of what triggers are told, the rest names no person. */
function privateParts(payload: string): unknown {
  const event = JSON.parse(payload) as { readonly userName?: unknown; readonly request?: unknown } | null
  return [event?.userName, event?.request]
}

function collect(value: unknown, found: Set<string>): void {
  if (found.size >= mostWords) return
  if (typeof value === 'string') found.add(value)
  else if (typeof value === 'object' && value !== null)
    for (const member of Object.values(value)) collect(member, found)
}
