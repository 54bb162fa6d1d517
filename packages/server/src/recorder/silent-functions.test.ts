import { expect, test } from 'vitest'
import { silentFunctions } from './silent-functions.ts'

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:f'

test('a pool without functions has none that were silent', () => {
  expect(silentFunctions({}, 'SignUp', { notes: [], refused: 'no' })).toEqual([])
})

test('every function that a pool has and that was told nothing is named once, with the reason', () => {
  const LambdaConfig = {
    PreSignUp: arn,
    PreTokenGeneration: arn,
    PreTokenGenerationConfig: { LambdaArn: arn, LambdaVersion: 'V2_0' },
    CustomEmailSender: { LambdaArn: arn, LambdaVersion: 'V1_0' },
    KMSKeyID: 'key',
    PostAuthentication: arn,
  } as const
  const notes = [{ kind: 'not-configured', trigger: 'PreSignUp', source: 'PreSignUp_SignUp' }] as const
  const told = (refused: 'yes' | 'no') => silentFunctions({ LambdaConfig }, 'InitiateAuth', { notes, refused })
  const sender = { kind: 'silent', trigger: 'CustomEmailSender', why: 'it is told of messages, behind the call' }
  expect(told('yes')).toEqual([
    { kind: 'silent', trigger: 'PreTokenGeneration', why: 'the call was refused before its turn' },
    sender,
    { kind: 'silent', trigger: 'PostAuthentication', why: 'the call was refused before its turn' },
  ])
  expect(told('no')[0]?.why).toBe('nothing here was its to do')
})
