import type { Page } from 'playwright-core'

interface Asked {
  readonly address: string
  readonly method?: string
  readonly mode?: 'cors' | 'no-cors'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** What a script of the page can tell about the answer; status 0 where the browser lets it see nothing. */
export interface Fetched {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** Lets a script of the page fetch something. */
export function fetchedBy(page: Page, asked: Asked): Promise<Fetched> {
  return page.evaluate(async ({ address, ...init }) => {
    try {
      const response = await fetch(address, init)
      return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() }
    } catch (error) {
      return { status: 0, headers: {}, text: String(error) }
    }
  }, asked)
}
