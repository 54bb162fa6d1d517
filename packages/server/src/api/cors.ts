import type { HttpRequest } from '../http/message.ts'

/**
 * Browsers call the JSON services from any page, on success and on error alike: what protects an operation is its own
 * credential, never where the page came from.
 */
export const corsHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date,Retry-After',
}

/**
 * Whether a browser asks if a page may call a JSON service. Other doors' addresses are none of this one's business:
 * what calls a service always names its target.
 */
export function isPreflight({ method, headers }: Pick<HttpRequest, 'method' | 'headers'>): boolean {
  const asked = headers['access-control-request-headers'] ?? ''
  return method === 'OPTIONS' && /(?:^|[ ,])x-amz-target(?:$|[ ,])/i.test(asked)
}

/** The answer to a preflight (https://fetch.spec.whatwg.org/#cors-preflight-fetch). */
export function preflightHeaders({ headers }: Pick<HttpRequest, 'headers'>): Readonly<Record<string, string>> {
  const asked = headers['access-control-request-headers'] ?? ''
  return {
    ...corsHeaders,
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers': /^[\w-]+(, ?[\w-]+)*$/.test(asked) ? asked : 'content-type,x-amz-target',
    'access-control-max-age': '7200',
    vary: 'access-control-request-headers',
  }
}
