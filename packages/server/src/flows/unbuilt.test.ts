import { expect, test } from 'vitest'
import type { CreateUserPoolRequest, LambdaConfigType } from '@cognate/wire/user-pools.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import { signInScene, type SignInScene } from '../testing/sign-in-scene.ts'

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:f'

/** How every way to tokens ends in a pool whose settings are exchanged once somebody has signed in. */
async function waysIn(settings: Partial<CreateUserPoolRequest>) {
  await using scene = await signInScene()
  await scene.newUser('ada')
  const { AuthenticationResult } = await scene.byPassword('ada')
  const proof = await scene.startSrp('ada')
  await reconfigure(scene, settings)
  const RefreshToken = AuthenticationResult?.RefreshToken ?? ''
  return {
    password: await refusalOf(scene.byPassword('ada')),
    srp: await refusalOf(scene.startSrp('ada')),
    proof: await refusalOf(scene.proveSrp(proof)),
    refresh: await refusalOf(scene.refresh(RefreshToken)),
    exchange: await refusalOf(scene.call('GetTokensFromRefreshToken', { RefreshToken, ClientId: scene.ClientId })),
  }
}

async function reconfigure({ world, UserPoolId }: SignInScene, settings: Partial<CreateUserPoolRequest>) {
  const pool = await world.store.pools.find(UserPoolId)
  if (!pool) throw new Error('no pool')
  await world.store.decide([world.store.pools.save({ ...pool, settings: { ...pool.settings, ...settings } })])
}

const unreachable = (trigger: string) =>
  `UnexpectedLambdaException: ${trigger} invocation failed due to error AccessDeniedException.`
const all = (refusal: string) => ({ password: refusal, srp: refusal, proof: refusal })
const refreshed = { refresh: 'accepted', exchange: 'accepted' }

test('nobody begins to sign in past a PreAuthentication function that is not there; who has begun goes on', async () => {
  const refusal = unreachable('PreAuthentication')
  const expected = { ...all(refusal), proof: 'accepted', ...refreshed }
  expect(await waysIn({ LambdaConfig: { PreAuthentication: arn } })).toEqual(expected)
})

test('nobody gets in past a PostAuthentication function that is not there; who is in stays in', async () => {
  const refusal = unreachable('PostAuthentication')
  const expected = { ...all(refusal), srp: 'accepted', ...refreshed }
  expect(await waysIn({ LambdaConfig: { PostAuthentication: arn } })).toEqual(expected)
})

test.each<LambdaConfigType>([
  { PreTokenGeneration: arn },
  { PreTokenGenerationConfig: { LambdaArn: arn, LambdaVersion: 'V2_0' } },
])('nobody gets tokens past a PreTokenGeneration function that is not there (%j)', async (LambdaConfig) => {
  const refusal = unreachable('PreTokenGeneration')
  const expected = { ...all(refusal), srp: 'accepted', refresh: refusal, exchange: refusal }
  expect(await waysIn({ LambdaConfig })).toEqual(expected)
})

test.each<keyof LambdaConfigType>([
  'PreSignUp',
  'PostConfirmation',
  'CustomMessage',
  'DefineAuthChallenge',
  'UserMigration',
])('a %s function has no part when somebody who is known signs in', async (trigger) => {
  expect(await waysIn({ LambdaConfig: { [trigger]: arn } })).toEqual({ ...all('accepted'), ...refreshed })
})
