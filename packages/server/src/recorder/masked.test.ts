import fc from 'fast-check'
import { expect, test } from 'vitest'
import { masked, secretsIn } from './masked.ts'

const of = (value: unknown, secrets: readonly string[] = []) => masked(JSON.stringify(value), secrets)

test('what proves something is masked by its name, wherever it stands', () => {
  const event = {
    triggerSource: 'UserMigration_Authentication',
    userName: 'ada',
    request: {
      password: 'Passw0rd!',
      challengeAnswer: '123456',
      privateChallengeParameters: { expected: '42', deep: [{ at: 7 }] },
      session: [{ challengeName: 'CUSTOM_CHALLENGE', challengeResult: true, challengeMetadata: 'CODE-123456' }],
      clientMetadata: { apiKey: 'k', refresh_token: 't', theme: 'dark' },
      code: 'encrypted',
      codeParameter: '{####}',
    },
    response: { answerCorrect: true, issueTokens: false, publicChallengeParameters: { image: 'a.png' } },
  }
  expect(of(event)).toEqual({
    ...event,
    request: {
      password: '[masked]',
      challengeAnswer: '[masked]',
      privateChallengeParameters: { expected: '[masked]', deep: [{ at: '[masked]' }] },
      session: [{ challengeName: 'CUSTOM_CHALLENGE', challengeResult: true, challengeMetadata: '[masked]' }],
      clientMetadata: { apiKey: '[masked]', refresh_token: '[masked]', theme: 'dark' },
      code: '[masked]',
      codeParameter: '{####}',
    },
  })
})

test('what a call was sent as a secret is masked under any name', () => {
  const secrets = secretsIn({
    ClientId: 'client',
    AuthParameters: { USERNAME: 'ada', PASSWORD: 'Passw0rd!', SECRET_HASH: 'hash+' },
    ChallengeResponses: { SMS_MFA_CODE: '123456', ANSWER: 'no' },
  })
  expect(secrets).toEqual(['Passw0rd!', 'hash+', '123456'])
  expect(of({ clientMetadata: { note: 'it is Passw0rd!', who: 'ada' } }, secrets)).toEqual({
    clientMetadata: { note: '[masked]', who: 'ada' },
  })
})

test('wherever a secret stands in whatever JSON, it is masked', () => {
  const secret = '246813'
  const text = fc.oneof(
    fc.string(),
    fc.constant(secret),
    fc.string().map((around) => around + secret + around),
  )
  const value = fc.object({ key: text, values: [text, fc.constant(Number(secret)), fc.boolean(), fc.constant(null)] })
  const holds = fc.property(value, (event) => {
    expect(JSON.stringify(of(event, [secret]))).not.toContain(secret)
  })
  fc.assert(holds)
})

test('what is no JSON is masked whole', () => {
  expect(masked('Passw0rd!', [])).toBe('[masked]')
})
