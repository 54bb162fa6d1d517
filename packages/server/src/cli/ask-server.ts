/** Why a server could not be asked, in a sentence that says what to do. */
export class NotAsked extends Error {
  override readonly name = 'NotAsked'
}

/** A server that runs, and who asks it. */
export interface Asked {
  readonly endpoint: string
  readonly environment: NodeJS.ProcessEnv
}

const patienceMs = 60_000

/** Asks an operator's address of a running server; gives what it answers as JSON. */
export async function askServer(path: string, { endpoint, environment }: Asked, body?: object): Promise<unknown> {
  const url = urlOf(path, endpoint)
  const sent = body ? { method: 'POST', body: JSON.stringify(body) } : {}
  const response = await reach(url, { ...sent, headers: credentials(url, environment) })
  const answered = await response.json().catch(() => undefined)
  if (response.ok) return answered
  throw new NotAsked(sentenceFor(response.status, answered))
}

function urlOf(path: string, endpoint: string): URL {
  const root = URL.parse(endpoint)
  if (!root || !/^https?:$/.test(root.protocol))
    throw new NotAsked('--endpoint must be the URL of a server, such as http://localhost:9400.')
  return new URL(`/_cognate/${path}`, root)
}

/** A secret leaves this machine under TLS alone. */
function credentials(url: URL, environment: NodeJS.ProcessEnv): Record<string, string> {
  const [id, secret] = [environment['AWS_ACCESS_KEY_ID'], environment['AWS_SECRET_ACCESS_KEY']]
  if (!id || !secret) return {}
  if (url.protocol !== 'https:' && !isLoopback(url.hostname))
    throw new NotAsked('An access key is only sent over TLS, or to this machine: give an https URL with --endpoint.')
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` }
}

async function reach(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(patienceMs) })
  } catch {
    throw new NotAsked(`No server answers at ${url.origin}: start one, or say with --endpoint where it is.`)
  }
}

function sentenceFor(status: number, answered: unknown): string {
  if (status === 401)
    return 'The server wants an access key of its own: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (see cognate keys create).'
  const message: unknown = typeof answered === 'object' && answered !== null ? Reflect.get(answered, 'message') : ''
  return typeof message === 'string' && message !== '' ? message : `The server answered ${status}.`
}

const isLoopback = (name: string) => name === 'localhost' || name === '[::1]' || name.startsWith('127.')
