import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { adasEmail, adasPhone, choiceScene } from '../../testing/choice-scene.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { outcomeOf } from '../../testing/mfa-scene.ts'
import { listOf } from '../../testing/people.ts'
import { recordedFunctions, unmoved } from '../../testing/recorded-functions.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { secretHash } from '../../testing/sign-in-scene.ts'

const onceOnly = 'NotAuthorizedException: Invalid session for the user, session can only be used once.'
const invalid = 'NotAuthorizedException: Invalid session for the user.'
const expired = 'NotAuthorizedException: Invalid session for the user, session is expired.'

/** Ada signs up, and confirms with the code that went to her address. */
async function confirmed(...wishes: Parameters<typeof choiceScene>) {
  const scene = await choiceScene(...wishes)
  const { ClientId, call } = scene
  const signUp = (Username = 'ada', attributes: Record<string, string> = { email: adasEmail }) =>
    call('SignUp', { ClientId, Username, Password: goodPassword, UserAttributes: listOf(attributes) })
  const begun = await signUp()
  const ConfirmationCode = await scene.codeTo(adasEmail)
  const confirm = (more: { readonly Session?: string } = {}, Username = 'ada') =>
    call('ConfirmSignUp', { ClientId, Username, ConfirmationCode, ...more })
  const enter = (Session: string | undefined, parameters: Record<string, string> = {}, client = ClientId) =>
    call('InitiateAuth', {
      ClientId: client,
      AuthFlow: 'USER_AUTH',
      AuthParameters: parameters,
      Session: Session ?? 'none of this length',
    })
  return { ...scene, signUp, begun, confirm, enter }
}

describe('who confirmed a sign-up with a code that could sign them in', () => {
  test('is signed in by the session of the confirmation, whatever the parameters say [D]', async () => {
    await using scene = await confirmed()
    expect(scene.begun.Session).toMatch(/^[\w-]{20,2048}$/)
    const { Session } = await scene.confirm({ Session: scene.begun.Session ?? '' })
    const parameters = { USERNAME: 'nobody', PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: 'Wrong-horse-1' }
    expect(outcomeOf(await scene.enter(Session, parameters))).toBe('tokens')
    expect(await scene.inbox(adasEmail)).toHaveLength(1)
  })

  test('need not have carried the session of the sign-up [O]', async () => {
    await using scene = await confirmed()
    expect(outcomeOf(await scene.enter((await scene.confirm()).Session, { USERNAME: 'ada' }))).toBe('tokens')
  })

  test('is signed in so once, however often at a time', async () => {
    await using scene = await confirmed()
    const { Session } = await scene.confirm()
    const ends = await Promise.all([1, 2, 3, 4].map(() => refusedWith(scene.enter(Session))))
    expect(ends.toSorted()).toEqual([onceOnly, onceOnly, onceOnly, 'not refused'])
  })

  test('is signed in so while the session lasts', async () => {
    await using scene = await confirmed()
    const { Session } = await scene.confirm()
    scene.clock.advance(180_000)
    expect(await refusedWith(scene.enter(Session))).toBe(expired)
  })

  test('may take their time to confirm', async () => {
    await using scene = await confirmed()
    scene.clock.advance(180_000)
    const { Session } = await scene.confirm({ Session: scene.begun.Session ?? '' })
    expect(outcomeOf(await scene.enter(Session))).toBe('tokens')
  })

  test('is signed in by an operator too', async () => {
    await using scene = await confirmed()
    const { Session = '' } = await scene.confirm()
    const { ClientId, UserPoolId } = scene
    const entered = await scene.call('AdminInitiateAuth', { ClientId, UserPoolId, AuthFlow: 'USER_AUTH', Session })
    expect(outcomeOf(entered)).toBe('tokens')
  })

  test('shows in the tokens what they showed', async () => {
    await using scene = await confirmed()
    const { AuthenticationResult } = await scene.enter((await scene.confirm()).Session)
    expect(decodeJwt(AuthenticationResult?.IdToken ?? '')).toMatchObject({
      amr: ['email_otp'],
      acr: 'urn:cognito:loa:2',
      email_verified: true,
    })
  })
})

describe('the session of a sign-up', () => {
  test('is not that of its confirmation', async () => {
    await using scene = await confirmed()
    await scene.confirm()
    expect(await refusedWith(scene.enter(scene.begun.Session))).toBe(invalid)
    expect(await refusedWith(scene.enter('A'.repeat(40)))).toBe(invalid)
    const asked = await scene.start()
    expect(await refusedWith(scene.enter(asked.Session))).toBe(invalid)
    expect(await refusedWith(scene.select(scene.begun.Session, 'EMAIL_OTP'))).toBe(invalid)
  })

  test('is for whom and for which client it was made', async () => {
    await using scene = await confirmed()
    const { Session: of = '' } = await scene.signUp('bob', { email: 'bob@example.com' })
    expect(await refusedWith(scene.confirm({ Session: of }))).toBe(invalid)
    const { Session } = await scene.confirm({ Session: scene.begun.Session ?? '' })
    const other = await scene.newClient({ ExplicitAuthFlows: ['ALLOW_USER_AUTH'] })
    expect(await refusedWith(scene.enter(Session, {}, other.ClientId))).toBe(invalid)
    expect(outcomeOf(await scene.enter(Session))).toBe('tokens')
  })

  test('is not given where the client could do nothing with it [O]', async () => {
    await using scene = await confirmed(undefined, { client: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] } })
    expect(scene.begun.Session).toBeUndefined()
    expect((await scene.confirm()).Session).toBeUndefined()
  })

  test('asks a client with a secret to prove that it knows it [K]', async () => {
    await using scene = await choiceScene()
    const client = await scene.newClient({ ExplicitAuthFlows: ['ALLOW_USER_AUTH'], GenerateSecret: true })
    const { ClientId } = client
    const ada = { ClientId, Username: 'ada', SecretHash: secretHash('ada', client) }
    await scene.call('SignUp', { ...ada, UserAttributes: listOf({ email: adasEmail }) })
    const { Session = '' } = await scene.call('ConfirmSignUp', {
      ...ada,
      ConfirmationCode: await scene.codeTo(adasEmail),
    })
    const enter = (AuthParameters: Record<string, string>) =>
      scene.call('InitiateAuth', { ClientId, AuthFlow: 'USER_AUTH', AuthParameters, Session })
    expect(await refusedWith(enter({ USERNAME: 'ada' }))).toContain('SECRET_HASH was not received')
    expect(outcomeOf(await enter({ USERNAME: 'ada', SECRET_HASH: ada.SecretHash }))).toBe('tokens')
  })
})

describe('a confirmed sign-up signs nobody in', () => {
  test('who could not have begun with a code to that address: they are asked as anybody is [D]', async () => {
    await using scene = await confirmed(['PASSWORD'])
    const { Session } = await scene.confirm()
    expect(outcomeOf(await scene.enter(Session, { USERNAME: 'ada' }))).toBe('SELECT_CHALLENGE')
    await using byPhone = await confirmed(['PASSWORD', 'SMS_OTP'])
    await byPhone.confirm()
    await byPhone.call('AdminUpdateUserAttributes', {
      UserPoolId: byPhone.UserPoolId,
      Username: 'ada',
      UserAttributes: listOf({ phone_number: adasPhone }),
    })
    expect(outcomeOf(await byPhone.start())).toBe('SELECT_CHALLENGE')
  })

  test('whose address is another by now than the one that the code went to', async () => {
    const change = (scene: Awaited<ReturnType<typeof confirmed>>) =>
      scene.call('AdminUpdateUserAttributes', {
        UserPoolId: scene.UserPoolId,
        Username: 'ada',
        UserAttributes: listOf({ email: 'other@example.com' }),
      })
    await using before = await confirmed()
    await change(before)
    expect(await refusedWith(before.enter((await before.confirm()).Session))).toBe(invalid)
    await using after = await confirmed()
    const { Session } = await after.confirm()
    await change(after)
    expect(await refusedWith(after.enter(Session))).toBe(invalid)
  })

  test('whom a function refuses', async () => {
    const { functions, LambdaConfig, events } = recordedFunctions({
      PreAuthentication: () => Promise.reject(new Error('closed on Sundays')),
    })
    await using scene = await confirmed(undefined, { pool: { LambdaConfig }, functions })
    const { Session } = await scene.confirm()
    expect(await refusedWith(scene.enter(Session))).toBe(
      'UserLambdaValidationException: PreAuthentication failed with error closed on Sundays.',
    )
    expect(events).toMatchObject([{ userName: 'ada', request: { userAttributes: { email: adasEmail } } }])
  })

  test('who was disabled, removed or given another password since', async () => {
    await using scene = await confirmed()
    const { Session } = await scene.confirm()
    const ada = { UserPoolId: scene.UserPoolId, Username: 'ada' }
    await scene.call('AdminDisableUser', ada)
    expect(await refusedWith(scene.enter(Session))).toBe('NotAuthorizedException: User is disabled.')
    await scene.call('AdminEnableUser', ada)
    await scene.call('AdminSetUserPassword', { ...ada, Password: 'Other-horse-1', Permanent: true })
    expect(await refusedWith(scene.enter(Session))).toBe(onceOnly)
    await scene.call('AdminDeleteUser', ada)
    expect(await refusedWith(scene.enter(Session))).toBe(invalid)
  })
})

test('a confirmed sign-up does not sign in whose address is changed while a function is told of it', async () => {
  const { functions, LambdaConfig, handle } = recordedFunctions({ PreAuthentication: unmoved })
  await using scene = await confirmed(undefined, { pool: { LambdaConfig }, functions })
  const { Session } = await scene.confirm()
  handle({
    async PreAuthentication(event) {
      await scene.call('AdminUpdateUserAttributes', {
        UserPoolId: scene.UserPoolId,
        Username: 'ada',
        UserAttributes: listOf({ email: 'other@example.com' }),
      })
      return event
    },
  })
  expect(await refusedWith(scene.enter(Session))).toBe(invalid)
})
