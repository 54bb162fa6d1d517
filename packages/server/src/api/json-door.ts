import { signatureVerifier } from '../crypto/sigv4/verify-signature.ts'
import type { Metrics } from '../ambient/metrics.ts'
import type { SignaturePolicy } from '../flows/authenticate-operator.ts'
import type { World } from '../flows/world.ts'
import type { Door, HttpRequest, HttpResponse } from '../http/message.ts'
import { corsHeaders, isPreflight, preflightHeaders } from './cors.ts'
import { dispatch, type Reply } from './dispatch.ts'

export interface JsonDoorSettings {
  /** Whose administrator an unknown access key counts as; undefined where unknown keys are refused. */
  readonly accountOfUnknownKeys: string | undefined
  readonly metrics: Metrics
}

/** The way in of the two JSON services: `POST` to any path with `X-Amz-Target`, and the preflights for it. */
export function jsonDoor({ accountOfUnknownKeys, metrics }: JsonDoorSettings, world: World): Door {
  const policy: SignaturePolicy = {
    verifier: signatureVerifier(),
    accountOfUnknownKeys,
    noticeUnknownKey: once(() =>
      world.log.warn('unknown access keys act as the default account', { account: accountOfUnknownKeys }),
    ),
  }
  return (request) => {
    if (isPreflight(request)) return Promise.resolve({ status: 200, headers: preflightHeaders(request), body: '' })
    return request.headers['x-amz-target'] === undefined ? undefined : answer(request, policy, { world, metrics })
  }
}

async function answer(
  request: HttpRequest,
  policy: SignaturePolicy,
  { world, metrics }: { readonly world: World; readonly metrics: Metrics },
): Promise<HttpResponse> {
  const requestId = world.random.uuid()
  const started = performance.now()
  const reply = await dispatch({ request, policy, requestId }, world)
  metrics.observe(reply.operation, reply.error?.name ?? 'ok', (performance.now() - started) / 1000)
  return { status: reply.status, headers: headersOf(reply, requestId), body: reply.body }
}

function headersOf({ error }: Reply, requestId: string): Readonly<Record<string, string>> {
  return {
    ...corsHeaders,
    'content-type': 'application/x-amz-json-1.1',
    'cache-control': 'no-store',
    'x-amzn-requestid': requestId,
    ...(error?.retryAfterSeconds !== undefined && { 'retry-after': String(error.retryAfterSeconds) }),
    ...(error && { 'x-amzn-errortype': `${error.name}:`, 'x-amzn-errormessage': headerText(error.message) }),
  }
}

/** A header holds one line of printable ASCII; the body has the whole sentence. */
function headerText(message: string): string {
  return message.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 1024)
}

function once(act: () => void): () => void {
  let acted = false
  return () => {
    if (!acted) act()
    acted = true
  }
}
