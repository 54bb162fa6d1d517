import type { HttpResponse } from '../http/message.ts'

const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/** A JSON answer that nobody keeps. No operator address ever sends a CORS header. */
export function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  return {
    status,
    headers: { ...common, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
}

export function answerText(contentType: string, body: string): HttpResponse {
  return { status: 200, headers: { ...common, 'content-type': contentType }, body }
}
