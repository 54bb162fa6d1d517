/** A message in the developer's inbox, as far as the suites read it. */
export interface Letter {
  readonly channel: 'email' | 'sms'
  readonly to: string
  readonly source: string
  readonly subject?: string
  readonly text: string
  readonly html?: string
  readonly code: string | null
}

export interface Inbox {
  /** Newest first. */
  letters(to: string): Promise<readonly Letter[]>
  /** The code in the newest message; rejects where there is none. */
  code(to: string): Promise<string>
}

/** The inbox of the server at an endpoint. */
export function inboxAt(endpoint: string): Inbox {
  const letters = async (to: string) => {
    const response = await fetch(`${endpoint}/_cognate/inbox?to=${encodeURIComponent(to)}`)
    if (!response.ok) throw new Error(`the inbox answered ${response.status}`)
    return ((await response.json()) as { readonly messages: readonly Letter[] }).messages
  }
  return {
    letters,
    async code(to) {
      const [newest] = await letters(to)
      if (!newest?.code) throw new Error(`no code was sent to ${to}`)
      return newest.code
    },
  }
}
