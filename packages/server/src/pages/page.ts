import { html, raw } from 'hono/html'
import type { Random } from '../ambient/random.ts'
import type { HttpResponse } from '../http/message.ts'
import { pageStyle } from './page-style.ts'

export interface PageContent {
  readonly status: number
  readonly title: string
  /** Paragraphs of plain text. */
  readonly paragraphs: readonly string[]
  /** What a button says that posts to the page's own address: for what a mere visit must not do. */
  readonly button?: string
}

/** A page that only speaks, or asks once: no script, nothing from elsewhere, and nothing for caches or other sites. */
export async function page({ status, title, paragraphs, button }: PageContent, random: Random): Promise<HttpResponse> {
  const nonce = random.bytes(16).toString('base64')
  const body = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${raw(pageStyle)}
        </style>
      </head>
      <body>
        <main>
          ${status < 400 ? tick : exclamation}
          <h1>${title}</h1>
          ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
          ${button === undefined ? '' : html`<form method="post"><button>${button}</button></form>`}
        </main>
      </body>
    </html>`
  return { status, headers: headers(nonce, button === undefined ? 'none' : 'self'), body: body.toString() }
}

function headers(nonce: string, forms: 'none' | 'self'): Readonly<Record<string, string>> {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action '${forms}'; frame-ancestors 'none'`
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
    // The address of the page carries the code.
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
}

// The heading says what they show: whoever does not see them misses nothing.
const tick = html`<svg class="good" viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="10" />
  <path d="m7.5 12.5 3 3 6-6.5" />
</svg>`
const exclamation = html`<svg class="care" viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="10" />
  <path d="M12 7v6m0 3.5v.01" />
</svg>`
