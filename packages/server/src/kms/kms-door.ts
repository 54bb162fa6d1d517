import type { Metrics } from '../ambient/metrics.ts'
import { signatureVerifier } from '../crypto/sigv4/verify-signature.ts'
import type { SignaturePolicy } from '../flows/authenticate-operator.ts'
import type { World } from '../flows/world.ts'
import type { Door, HttpRequest, HttpResponse } from '../http/message.ts'
import { answerCall } from './answer-call.ts'

interface KmsDoorSettings {
  /** Whose administrator an unknown access key counts as; undefined where unknown keys are refused. */
  readonly accountOfUnknownKeys: string | undefined
  readonly metrics: Metrics
}

/** As much of AWS Key Management Service as sender functions and those who set them up need. No page of a browser may read its answers. */
export function kmsDoor({ accountOfUnknownKeys, metrics }: KmsDoorSettings, world: World): Door {
  const policy: SignaturePolicy = {
    verifier: signatureVerifier(),
    accountOfUnknownKeys,
    noticeUnknownKey: () => world.log.debug('an unknown access key was taken', { service: 'kms' }),
  }
  return (request) =>
    request.headers['x-amz-target']?.startsWith('TrentService.')
      ? answer(request, policy, { world, metrics })
      : undefined
}

async function answer(
  request: HttpRequest,
  policy: SignaturePolicy,
  { world, metrics }: { readonly world: World; readonly metrics: Metrics },
): Promise<HttpResponse> {
  const requestId = world.random.uuid()
  const started = performance.now()
  const { operation, status, body, error } = await answerCall({ request, policy, requestId }, world)
  metrics.observe(operation, error ?? 'ok', (performance.now() - started) / 1000)
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'cache-control': 'no-store',
    'x-amzn-requestid': requestId,
    ...(error !== undefined && { 'x-amzn-errortype': `${error}:` }),
  }
  return { status, headers, body }
}
