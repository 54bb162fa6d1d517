import fc from 'fast-check'
import type { Contract } from '@cognate/wire/contract.ts'
import { kms } from '@cognate/wire/kms-service.ts'
import { loadModel } from '@cognate/wire/load-model.ts'
import { inputsOf } from '@cognate/wire/testing/inputs-of.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { knock, requestFor, testWorld, type TestWorld } from '../testing/world.ts'
import { kmsDoor } from './kms-door.ts'

const inputs = inputsOf(loadModel('kms'))

let it: TestWorld
beforeAll(async () => void (it = await testWorld()))
afterAll(() => it[Symbol.asyncDispose]())

test.each(Object.keys(kms.operations))(
  '%s answers whatever is asked as its model says, and never fails',
  async (name) => {
    const door = kmsDoor({ accountOfUnknownKeys: '000000000000', metrics: it.metrics }, it.world)
    const contract = kms.operations[name as keyof typeof kms.operations] as Contract<unknown, unknown>
    await fc.assert(
      fc.asyncProperty(inputs(name), async (input) => {
        const request = requestFor(`TrentService.${name}`, JSON.stringify(input), it.clock.now(), 'kms')
        const { status, body } = await knock(door, request)
        const answer = JSON.parse(String(body)) as { readonly __type?: string }
        expect([200, 400]).toContain(status)
        expect(status === 200 ? contract.outputProblems(answer) : []).toEqual([])
      }),
      { numRuns: 30 },
    )
  },
)
