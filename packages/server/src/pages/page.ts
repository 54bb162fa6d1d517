import { html, raw } from 'hono/html'
import type { Random } from '../ambient/random.ts'
import type { HttpResponse } from '../http/message.ts'

export interface PageContent {
  readonly status: number
  readonly title: string
  /** Paragraphs of plain text. */
  readonly paragraphs: readonly string[]
}

/** A page that only speaks: no script, no form, nothing from elsewhere, and nothing for caches or other sites. */
export async function page({ status, title, paragraphs }: PageContent, random: Random): Promise<HttpResponse> {
  const nonce = random.bytes(16).toString('base64')
  const body = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
        </main>
      </body>
    </html>`
  return { status, headers: headers(nonce), body: body.toString() }
}

function headers(nonce: string): Readonly<Record<string, string>> {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
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

const style = `
  :root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f3f4f6, #111827); }
  main { box-sizing: border-box; width: min(26rem, 100% - 2rem); margin: 1rem; padding: 2rem; border-radius: 0.75rem;
    color: light-dark(#111827, #f3f4f6); background: light-dark(#fff, #1f2937); box-shadow: 0 1px 4px rgb(0 0 0 / 20%); }
  h1 { margin: 0 0 0.75rem; font-size: 1.375rem; line-height: 1.25; }
  p { margin: 0.5rem 0 0; }
`
