import { Worker } from 'node:worker_threads'
import { threadEnvironment } from '../ambient/thread-environment.ts'
import { bytesOfText, textOfBytes } from './byte-text.ts'
import type { SrpPowers } from './srp-powers.ts'
import type { SrpAnswer, SrpQuestion } from './srp-worker.ts'

interface Waiting {
  readonly resolve: (result: Uint8Array | undefined) => void
  readonly reject: (error: Error) => void
}

/**
 * The exponentiations in one thread, started when the first is asked for: it takes a twentieth of a second, and one that
 * has nothing to do yet takes sixteen megabytes. Should it die, what it was asked fails; the next starts anew.
 */
export function srpThread(): SrpPowers & AsyncDisposable {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let closed = false
  let worker: Worker | undefined

  function start(): Worker {
    const started = newWorker()
    started.on('message', (answer: SrpAnswer) => {
      settle(waiting.get(answer.id), answer)
      waiting.delete(answer.id)
      if (waiting.size === 0) started.unref()
    })
    started.once('error', failAll)
    started.once('exit', () => {
      failAll(new Error('The SRP thread has ended'))
      worker = undefined
    })
    return started
  }

  function failAll(error: Error): void {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  function ask(operands: SrpQuestion['operands']): Promise<Uint8Array | undefined> {
    if (closed) return Promise.reject(new Error('The SRP thread was closed'))
    const id = ++lastId
    const asked = (worker ??= start())
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      asked.ref()
      asked.postMessage({ id, operands } satisfies SrpQuestion)
    })
  }

  return {
    async powerOfGenerator(exponent) {
      const result = await ask([textOfBytes(exponent)])
      if (result === undefined) throw new Error('The SRP thread gave no answer')
      return result
    },
    sharedSecret: ({ A, verifier, u, b }) =>
      ask([textOfBytes(A), textOfBytes(verifier), textOfBytes(u), textOfBytes(b)]),
    async [Symbol.asyncDispose]() {
      closed = true
      await worker?.terminate()
    },
  }
}

/** Its heap holds little but this program: OpenSSL's memory is outside of it. It keeps no idle process alive. */
function newWorker(): Worker {
  const worker = new Worker(new URL('./srp-worker.ts', import.meta.url), {
    env: threadEnvironment(),
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2, stackSizeMb: 1 },
  })
  worker.unref()
  return worker
}

function settle(waiting: Waiting | undefined, { result, failure }: SrpAnswer): void {
  if (failure === undefined) waiting?.resolve(result === undefined ? undefined : bytesOfText(result))
  else waiting?.reject(new Error(failure))
}
