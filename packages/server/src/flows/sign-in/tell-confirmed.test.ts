import { afterEach, expect, test } from 'vitest'
import { adasEmail, choiceScene } from '../../testing/choice-scene.ts'
import { type Handlers, recordedFunctions, unmoved } from '../../testing/recorded-functions.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let scene: Awaited<ReturnType<typeof choiceScene>>
afterEach(() => scene[Symbol.asyncDispose]())

/** Ada, who signed up and never confirmed it, and is asked for a code. */
async function adaWaits(handlers: Handlers) {
  const { functions, LambdaConfig, ...recorded } = recordedFunctions(handlers)
  scene = await choiceScene(undefined, { functions, pool: { LambdaConfig } })
  const ada = await scene.newAda({ status: 'UNCONFIRMED' })
  const { Session } = await scene.prefer('EMAIL_OTP')
  const answers = (EMAIL_OTP_CODE: string) => {
    const ChallengeResponses = { USERNAME: 'ada', EMAIL_OTP_CODE }
    const answer = { ClientId: scene.ClientId, ChallengeName: 'EMAIL_OTP', Session, ChallengeResponses } as const
    return scene.call('RespondToAuthChallenge', { ...answer, ClientMetadata: { device: 'phone' } })
  }
  return { ...scene, ...recorded, ada, answers }
}

test('a function hears of whom the code of a sign-in confirms, before there are tokens [K]', async () => {
  const handlers = { PostConfirmation: unmoved, PostAuthentication: unmoved }
  const { ada, answers, codeTo, events, ClientId } = await adaWaits(handlers)
  expect((await answers(await codeTo(adasEmail))).AuthenticationResult?.AccessToken).toBeTruthy()
  expect(events).toMatchObject([
    {
      triggerSource: 'PostConfirmation_ConfirmSignUp',
      userName: 'ada',
      callerContext: { clientId: ClientId },
      request: {
        userAttributes: { sub: ada.sub, 'cognito:user_status': 'CONFIRMED', email_verified: 'true' },
        clientMetadata: { device: 'phone' },
      },
    },
    { triggerSource: 'PostAuthentication_Authentication' },
  ])
})

test('a function hears of a confirmation once, and nothing of a wrong code', async () => {
  const { answers, codeTo, fired, prefer, respond, clock } = await adaWaits({ PostConfirmation: unmoved })
  expect(await refusalOf(answers('00000000'))).toContain('CodeMismatchException')
  expect(fired()).toEqual([])
  await Promise.all(Array.from({ length: 5 }, async () => refusalOf(answers(await codeTo(adasEmail)))))
  expect(fired()).toEqual(['PostConfirmation_ConfirmSignUp'])
  clock.advance(1000)
  const { Session } = await prefer('EMAIL_OTP')
  await respond('EMAIL_OTP', Session, { EMAIL_OTP_CODE: await codeTo(adasEmail) })
  expect(fired()).toEqual([])
})

test('who is confirmed stays so when the function fails, but is not let in, and no session stays open [K]', async () => {
  const failing = () => Promise.reject(new Error('the list is full'))
  const { ada, answers, codeTo, profile, world } = await adaWaits({ PostConfirmation: failing })
  expect(await refusalOf(answers(await codeTo(adasEmail)))).toBe(
    'UserLambdaValidationException: PostConfirmation failed with error the list is full.',
  )
  expect((await profile()).UserStatus).toBe('CONFIRMED')
  expect(await world.store.sessions.active(ada, world.clock.now(), 5)).toEqual([])
})
