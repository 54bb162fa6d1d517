/** How many documents stay read: those of as many pools or clients. */
const kept = 200

/**
 * Reads documents that are asked for again and again between two changes. As long as the text under an id is the same,
 * so is the value, which nobody may change.
 */
export function settingsReader<Settings extends object>(): (id: string, text: string) => Settings {
  const known = new Map<string, { readonly text: string; readonly settings: Settings }>()
  return (id, text) => {
    const last = known.get(id)
    if (last?.text === text) return last.settings
    const settings = frozen(JSON.parse(text) as Settings)
    // A Map keeps the order of insertion: the one that was read first is forgotten first.
    known.delete(id)
    known.set(id, { text, settings })
    if (known.size > kept) forgetOldest(known)
    return settings
  }
}

function forgetOldest(known: Map<string, unknown>): void {
  for (const id of known.keys()) {
    known.delete(id)
    return
  }
}

function frozen<Value extends object>(value: Value): Value {
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) frozen(member as object)
  }
  return Object.freeze(value)
}
