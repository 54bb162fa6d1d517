import fc from 'fast-check'
import { loadModel } from '@cognate/wire/load-model.ts'
import { inputsOf } from '@cognate/wire/testing/inputs-of.ts'
import { userPools } from '@cognate/wire/user-pools-service.ts'
import type { OperationName } from '@cognate/wire/user-pools.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusedWith } from '../testing/refused-with.ts'
import { signInScene, type SignInScene } from '../testing/sign-in-scene.ts'

// The errors that every operation of a kind declares, each seen for each of them; the others have tests beside their
// operations. docs/declared-errors.md says which cannot occur, and why.

const model = loadModel('cognito-idp')
const inputs = inputsOf(model)

let scene: SignInScene
beforeAll(async () => {
  // With threat protection, so that what asks about it is served.
  scene = await signInScene({ UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } })
})
afterAll(() => scene[Symbol.asyncDispose]())

/** What they must be given is more than the model says: each has the test beside it. */
const demanding: ReadonlySet<OperationName> = new Set([
  'AdminCreateUser',
  'CreateTerms',
  'SetRiskConfiguration',
  'SetUICustomization',
  'UpdateManagedLoginBranding',
])

const names = Object.keys(userPools.operations) as readonly OperationName[]
const undemanding = names.filter((name) => !demanding.has(name))
const membersOf = (name: OperationName) => model.operations[name]?.input ?? {}
const required = (name: OperationName) => Object.entries(membersOf(name)).filter(([, member]) => member.required)
const declares = (error: string) => (name: OperationName) => userPools.operations[name].errors.includes(error)
const calledBy = (caller: string) => (name: OperationName) => userPools.operations[name].caller === caller
const takes =
  (...members: readonly string[]) =>
  (name: OperationName) =>
    members.every((member) => Object.hasOwn(membersOf(name), member))

const call = (name: OperationName, input: unknown) => refusedWith(scene.call(name, input as never))

/** What inputs are refused with that are whole, ask for nothing but what they must, and name `what`. */
async function refusals(name: OperationName, what: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const asked = new Set([...required(name).map(([member]) => member), ...Object.keys(what)])
  const samples = fc.sample(inputs(name), { numRuns: 25, seed: 1 })
  const whole = samples.map((sample) => Object.fromEntries(Object.entries(sample).filter(([key]) => asked.has(key))))
  return Promise.all(whole.map((input) => call(name, { ...input, ...what })))
}

describe('an operation refuses', () => {
  test.each(names.filter((name) => required(name).length > 0))('an input that lacks everything: %s', async (name) => {
    expect(await call(name, {})).toMatch(/^InvalidParameterException: \d+ validation errors? detected/)
  })

  test.each(names.filter((name) => required(name).some(([, { type }]) => type === 'string')))(
    'a number in the place of a text: %s',
    async (name) => {
      const [[member] = ['']] = required(name).filter(([, { type }]) => type === 'string')
      expect(await call(name, { [member]: 1 })).toMatch(/^SerializationException/)
    },
  )

  test.each(
    undemanding.filter(calledBy('operator')).filter(takes('UserPoolId')).filter(declares('ResourceNotFoundException')),
  )('a pool that is not there: %s', async (name) => {
    expect(await refusals(name, { UserPoolId: 'us-east-1_missing' })).toContain(
      'ResourceNotFoundException: User pool us-east-1_missing does not exist.',
    )
  })

  test.each(
    undemanding
      .filter(calledBy('operator'))
      .filter(takes('UserPoolId', 'Username'))
      .filter(declares('UserNotFoundException')),
  )('a user who is not there: %s', async (name) => {
    const { UserPoolId, ClientId } = scene
    const what = { UserPoolId, Username: 'nobody', ...(takes('ClientId')(name) && { ClientId }) }
    expect(await refusals(name, what)).toContain('UserNotFoundException: User does not exist.')
  })

  test.each(undemanding.filter(takes('UserPoolId', 'ClientId')).filter(declares('ResourceNotFoundException')))(
    'a client that is not there: %s',
    async (name) => {
      expect(await refusals(name, { UserPoolId: scene.UserPoolId, ClientId: 'missing' })).toContain(
        'ResourceNotFoundException: User pool client missing does not exist.',
      )
    },
  )

  test.each(names.filter(calledBy('anyone')).filter(takes('ClientId')).filter(declares('ResourceNotFoundException')))(
    'a client that nobody made: %s',
    async (name) => {
      expect(await refusals(name, { ClientId: 'missing' })).toContain(
        'ResourceNotFoundException: User pool client missing does not exist.',
      )
    },
  )

  test.each(names.filter(takes('AccessToken')).filter((name) => !calledBy('anyone')(name)))(
    'an access token that is none: %s',
    async (name) => {
      expect(await refusals(name, { AccessToken: 'x' })).toContain('NotAuthorizedException: Invalid Access Token')
    },
  )
})
