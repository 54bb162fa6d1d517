import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Scene } from './scene.ts'

export interface QuietPage extends AsyncDisposable {
  readonly page: Page
  /** Addresses that the page made the browser ask. */
  readonly asked: readonly string[]
  /** What a developer would see in red: errors of scripts, what the page's policy blocked, dialogs. */
  readonly complaints: readonly string[]
}

/** A page in a context of its own, with all that must not happen on a page that only speaks. */
export async function quietPage({ browser }: Scene, options: BrowserContextOptions = {}): Promise<QuietPage> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const asked: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`))
  page.on('console', (message) => {
    // Chromium also tells when the page itself came with a status of 400 or above, which is as it should be.
    const ownStatus = message.text().startsWith('Failed to load resource') && message.location().url === page.url()
    if (!ownStatus) complaints.push(`console: ${message.text()}`)
  })
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return { page, asked, complaints, [Symbol.asyncDispose]: () => context.close() }
}
