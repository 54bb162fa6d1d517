import type { KeyObject } from 'node:crypto'
import { boundedCache } from '../crypto/bounded-cache.ts'
import { jwsSigner, type SignJws } from '../crypto/jws.ts'
import type { Sealer } from '../crypto/sealing.ts'
import { type PublicJwk, readPrivateKey, readPublicKey } from '../crypto/signing-keys.ts'
import type { SigningKey } from '../domain/pool.ts'

/** A pool's keys, ready to use. Reading one costs as much as signing with it, so the latest stay read. */
export interface TokenKeys {
  signer(key: SigningKey): SignJws
  verifier(key: SigningKey): KeyObject
}

const keysKept = 2000

export function tokenKeys(sealer: Pick<Sealer, 'unseal'>): TokenKeys {
  const signers = boundedCache<SignJws>(keysKept)
  const verifiers = boundedCache<KeyObject>(keysKept)
  return {
    signer: (key) =>
      signers.getOrMake(key.id, () => {
        const pem = sealer.unseal(key.sealedPrivateKey, signingKeyContext(key.poolId)).toString()
        return jwsSigner(key.id, readPrivateKey(pem))
      }),
    verifier: (key) => verifiers.getOrMake(key.id, () => readPublicKey(publicJwkOf(key))),
  }
}

/** What a private key is sealed for; a sealed one cannot be moved to another pool. */
export const signingKeyContext = (poolId: string) => `signing-key:${poolId}`

/** The store keeps what `newKeyPair` gave, as JSON text. */
export function publicJwkOf(key: SigningKey): PublicJwk {
  return JSON.parse(key.publicJwk) as PublicJwk
}
