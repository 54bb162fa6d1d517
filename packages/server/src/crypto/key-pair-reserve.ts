import type { Random } from '../ambient/random.ts'
import { type KeyPair, newKeyPair } from './signing-keys.ts'

/** Key pairs made ahead, so that creating a pool need not wait for them. */
export interface KeyPairReserve extends AsyncDisposable {
  take(): Promise<KeyPair>
}

/** Keeps up to `size` pairs; with 0 each is made when it is asked for. Fills itself one at a time, in the background. */
export function keyPairReserve(size: number, random: Random): KeyPairReserve {
  const ready: KeyPair[] = []
  let closed = false
  let filling: Promise<void> | undefined

  const fill = async () => {
    while (!closed && ready.length < size) ready.push(await newKeyPair(random))
  }
  const refill = () => {
    if (closed || ready.length >= size) return
    // Should making one fail, whoever takes the next makes it, and is told.
    filling ??= fill()
      .catch(() => {})
      .finally(() => {
        filling = undefined
      })
  }
  refill()
  return {
    async take() {
      const pair = ready.shift() ?? (await newKeyPair(random))
      refill()
      return pair
    },
    async [Symbol.asyncDispose]() {
      closed = true
      await filling
    },
  }
}
