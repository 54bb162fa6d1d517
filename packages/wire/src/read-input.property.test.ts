import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityPools } from './identity-pools-service.ts'
import { inputsOf } from './testing/inputs-of.ts'
import { loadModel } from './load-model.ts'
import { mutated } from './testing/mutated.ts'
import { readInput } from './read-input.ts'
import { userPools } from './user-pools-service.ts'
import { WireError } from './wire-error.ts'
import type { Contract } from './contract.ts'

const bytes = (json: unknown): Uint8Array => Buffer.from(JSON.stringify(json))

const outcome = (contract: Contract<unknown, never>, body: Uint8Array): string => {
  try {
    readInput(contract, body)
    return 'input'
  } catch (error) {
    if (error instanceof WireError && error.message.length < 40_000) return error.name
    throw error
  }
}

describe.each([
  ['cognito-idp', userPools.operations, 'InvalidParameterException'],
  ['cognito-identity', identityPools.operations, 'ValidationException'],
] as const)('%s', (service, operations, refusal) => {
  const inputs = inputsOf(loadModel(service))

  it.each(Object.entries(operations))('reads any valid input of %s back as it was sent', (name, contract) => {
    fc.assert(
      fc.property(inputs(name), (json) => {
        const input = readInput(contract as Contract<unknown, never>, bytes(json))
        expect(JSON.parse(JSON.stringify(input))).toEqual(JSON.parse(JSON.stringify(json)))
      }),
      { numRuns: 20 },
    )
  })

  it.each(Object.entries(operations))(
    'answers any JSON sent to %s with an input or one of two errors',
    (name, contract) => {
      const outcomes = new Set(['input', 'SerializationException', refusal])
      fc.assert(
        fc.property(fc.oneof(mutated(inputs(name)), fc.jsonValue()), (json) => {
          expect(outcomes).toContain(outcome(contract as Contract<unknown, never>, bytes(json)))
        }),
        { numRuns: 40 },
      )
    },
  )
})

it('answers any bytes at all with a SerializationException', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (body) => {
      expect(outcome(userPools.operations.SignUp, body)).toBe('SerializationException')
    }),
  )
})
