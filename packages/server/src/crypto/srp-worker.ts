import { parentPort } from 'node:worker_threads'
import { type SharedSecretParts, srpPowersHere } from './srp-powers.ts'

/** What the thread is asked; it answers with the same id. */
export type SrpQuestion =
  | { readonly id: number; readonly exponent: Uint8Array }
  | { readonly id: number; readonly parts: SharedSecretParts }

export interface SrpAnswer {
  readonly id: number
  readonly result?: Uint8Array | undefined
  /** What went wrong, if something did. */
  readonly failure?: string
}

const powers = srpPowersHere()

parentPort?.on('message', (question: SrpQuestion) => {
  parentPort?.postMessage(answer(question))
})

function answer(question: SrpQuestion): SrpAnswer {
  const { id } = question
  try {
    if ('exponent' in question) return { id, result: powers.powerOfGenerator(question.exponent) }
    return { id, result: powers.sharedSecret(question.parts) }
  } catch (error) {
    // Thrown on, it would end the thread and with it what others wait for.
    return { id, failure: String(error) }
  }
}
