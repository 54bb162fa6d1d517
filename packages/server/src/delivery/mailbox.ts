/** A person or service that mail comes from or goes to. */
export interface Mailbox {
  readonly name: string
  readonly address: string
}

/** Reads `address`, `<address>` or `Display Name <address>`; never more than one address. */
export function mailbox(text: string): Mailbox {
  const [, name = '', address = text] = /^([^<>]*)<([^<>]*)>\s*$/.exec(text) ?? []
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address: address.trim() }
}
