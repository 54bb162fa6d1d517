import { parseSignature } from '../crypto/sigv4/parse-signature.ts'
import {
  missingAuthenticationToken,
  unrecognizedClient,
  type SignatureFailure,
} from '../crypto/sigv4/signature-failure.ts'
import type { Signature } from '../crypto/sigv4/signature.ts'
import { judgeScope, type SignatureVerifier } from '../crypto/sigv4/verify-signature.ts'
import { Refusal } from '../domain/refusal.ts'
import type { AccessKey } from '../domain/pool.ts'
import { accessKeySecretContext } from './access-keys.ts'
import type { World } from './world.ts'
import { isForeignPage } from '../http/foreign-page.ts'
import type { HttpRequest } from '../http/message.ts'

/** How strict the door is with signatures. */
export interface SignaturePolicy {
  readonly verifier: SignatureVerifier
  /** Whose administrator an unknown access key counts as; undefined where unknown keys are refused. */
  readonly accountOfUnknownKeys: string | undefined
  /** Called whenever an unknown key was accepted. */
  readonly noticeUnknownKey: () => void
}

/** An administrator of an account, and where they ask. */
export interface Signer {
  readonly kind: 'operator'
  readonly account: string
  readonly region: string
}

/**
 * Who signed the request. A known key's signature is always verified. The developer's profile takes an unknown key for
 * the default account's, because people use `test`/`test`; but not from a page of somebody else's.
 */
export async function authenticateOperator(
  request: HttpRequest,
  service: string,
  policy: SignaturePolicy,
  world: World,
): Promise<Signer> {
  const signature = parseSignature(request)
  if (signature.kind === 'absent') throw refused(missingAuthenticationToken)
  if (signature.kind === 'failure') throw refused(signature)
  const misdirected = judgeScope(signature, { service })
  if (misdirected) throw refused(misdirected)
  const key = await world.store.accessKeys.find(signature.accessKeyId)
  const account = key ? verifiedAccount(key, signature, { request, policy, world }) : lenientAccount(request, policy)
  return { kind: 'operator', account, region: signature.scope.region }
}

interface Verification {
  readonly request: HttpRequest
  readonly policy: SignaturePolicy
  readonly world: World
}

function verifiedAccount(key: AccessKey, signature: Signature, { request, policy, world }: Verification): string {
  // Long-lived keys have no session token; one that comes along belongs to somebody else's credentials.
  if (key.status !== 'Active' || signature.sessionToken !== undefined) throw refused(unrecognizedClient)
  const secret = world.sealer.unseal(key.sealedSecret, accessKeySecretContext(key.id)).toString()
  const failure = policy.verifier.verify(signature, request, secret, world.clientClock.now())
  if (failure) throw refused(failure)
  return key.account
}

function lenientAccount(request: HttpRequest, policy: SignaturePolicy): string {
  if (policy.accountOfUnknownKeys === undefined || isForeignPage(request, { loopback: true }))
    throw refused(unrecognizedClient)
  policy.noticeUnknownKey()
  return policy.accountOfUnknownKeys
}

const refused = ({ name, message }: SignatureFailure) => new Refusal(name, message)
