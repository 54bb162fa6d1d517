import { parentPort } from 'node:worker_threads'
import { bytesOfText, textOfBytes } from './byte-text.ts'
import { srpPowersHere } from './srp-powers.ts'

/** What the thread is asked, in byte text: for a power of the generator, or for a secret. It answers with the same id. */
export interface SrpQuestion {
  readonly id: number
  readonly operands: readonly [exponent: string] | readonly [A: string, verifier: string, u: string, b: string]
}

export interface SrpAnswer {
  readonly id: number
  readonly result?: string | undefined
  /** What went wrong, if something did. */
  readonly failure?: string
}

const powers = srpPowersHere()

parentPort?.on('message', (question: SrpQuestion) => {
  parentPort?.postMessage(answer(question))
})

function answer({ id, operands }: SrpQuestion): SrpAnswer {
  try {
    const result = compute(operands)
    return { id, result: result && textOfBytes(result) }
  } catch (error) {
    // Thrown on, it would end the thread and with it what others wait for.
    return { id, failure: String(error) }
  }
}

function compute(operands: SrpQuestion['operands']): Uint8Array | undefined {
  if (operands.length === 1) return powers.powerOfGenerator(bytesOfText(operands[0]))
  const [A, verifier, u, b] = operands
  return powers.sharedSecret({
    A: bytesOfText(A),
    verifier: bytesOfText(verifier),
    u: bytesOfText(u),
    b: bytesOfText(b),
  })
}
