import { expect, test } from 'vitest'
import { mfaScene, outcomeOf, softwareTokenMfa, wrongFor } from '../../../testing/mfa-scene.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

const optional = { MfaConfiguration: 'OPTIONAL', ...softwareTokenMfa } as const
const locked = 'NotAuthorizedException: Password attempts exceeded'
const wrong = 'CodeMismatchException: Invalid code received for user'
const used = 'ExpiredCodeException: Your software token has already been used once.'

test('after the password, by each way, the code of the authenticator is asked for', async () => {
  await using scene = await mfaScene(optional)
  const { user, secret } = await scene.adaWithToken('Phone of Ada')
  for (const way of [scene.byPassword, scene.bySrp]) {
    const question = await way('ada')
    expect(question).toMatchObject({
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      ChallengeParameters: { USER_ID_FOR_SRP: user.username, FRIENDLY_DEVICE_NAME: 'Phone of Ada' },
    })
    expect(question.AuthenticationResult).toBeUndefined()
    const SOFTWARE_TOKEN_MFA_CODE = scene.shown(secret)
    const answer = await scene.respond('SOFTWARE_TOKEN_MFA', question.Session, { SOFTWARE_TOKEN_MFA_CODE })
    expect(outcomeOf(answer)).toBe('tokens')
    scene.clock.advance(30_000)
  }
})

test('an administrator’s sign-in asks for it too', async () => {
  await using scene = await mfaScene(optional)
  const { secret } = await scene.adaWithToken()
  const { UserPoolId, ClientId, call } = scene
  const AuthParameters = { USERNAME: 'ada', PASSWORD: 'Correct-horse-1' }
  const start = { UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters } as const
  const { Session, ChallengeName } = await call('AdminInitiateAuth', start)
  expect(ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  const ChallengeResponses = { USERNAME: 'ada', SOFTWARE_TOKEN_MFA_CODE: scene.shown(secret) }
  const answer = { UserPoolId, ClientId, ChallengeName: 'SOFTWARE_TOKEN_MFA', ChallengeResponses } as const
  expect(outcomeOf(await call('AdminRespondToAuthChallenge', { ...answer, ...(Session && { Session }) }))).toBe(
    'tokens',
  )
})

test('a wrong code leaves the session as it was [O]', async () => {
  await using scene = await mfaScene(optional)
  const { secret } = await scene.adaWithToken()
  const { Session } = await scene.byPassword('ada')
  const answer = (SOFTWARE_TOKEN_MFA_CODE: string) =>
    scene.respond('SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE })
  for (const code of [wrongFor(scene.shown(secret)), '12345', 'abcdef'])
    expect(await refusedWith(answer(code))).toBe(wrong)
  expect(await refusedWith(scene.respond('SOFTWARE_TOKEN_MFA', Session, {}))).toBe(
    'InvalidParameterException: Missing required parameter SOFTWARE_TOKEN_MFA_CODE',
  )
  expect(outcomeOf(await answer(scene.shown(secret)))).toBe('tokens')
})

test('a code signs in once, in whichever sign-in; that of the step after it signs in again [O]', async () => {
  await using scene = await mfaScene(optional)
  const { secret } = await scene.adaWithToken()
  const signInWith = async (SOFTWARE_TOKEN_MFA_CODE: string) => {
    const { Session } = await scene.byPassword('ada')
    return scene.respond('SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE })
  }
  const code = scene.shown(secret)
  expect(outcomeOf(await signInWith(code))).toBe('tokens')
  expect(await refusedWith(signInWith(code))).toBe(used)
  scene.clock.advance(30_000)
  expect(await refusedWith(signInWith(code))).toBe(used)
  expect(outcomeOf(await signInWith(scene.shown(secret)))).toBe('tokens')
})

test('the code that an authenticator was verified with does not sign in', async () => {
  await using scene = await mfaScene(optional)
  const { secret } = await scene.adaWithToken()
  const { Session } = await scene.byPassword('ada')
  const SOFTWARE_TOKEN_MFA_CODE = scene.shown(secret, -1)
  expect(await refusedWith(scene.respond('SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE }))).toBe(used)
})

test('of sign-ins that show one code at once, one gets in', async () => {
  await using scene = await mfaScene(optional)
  const { secret } = await scene.adaWithToken()
  const sessions = await Promise.all(Array.from({ length: 6 }, () => scene.byPassword('ada')))
  const SOFTWARE_TOKEN_MFA_CODE = scene.shown(secret)
  const ends = await Promise.all(
    sessions.map(({ Session }) =>
      refusedWith(scene.respond('SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE })),
    ),
  )
  expect(ends.toSorted()).toEqual([...Array.from({ length: 5 }, () => used), 'not refused'])
})

test('wrong codes lock after the fifth, in however many sign-ins; a right one does not help until the lock ends [D]', async () => {
  await using scene = await mfaScene(optional)
  const { secret } = await scene.adaWithToken()
  const guess = async (SOFTWARE_TOKEN_MFA_CODE: string) => {
    const { Session } = await scene.byPassword('ada')
    return refusedWith(scene.respond('SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE }))
  }
  const bad = wrongFor(scene.shown(secret))
  const ends: string[] = []
  for (let n = 1; n <= 6; n++) ends.push(await guess(bad))
  expect(ends).toEqual([wrong, wrong, wrong, wrong, wrong, locked])
  expect(await guess(scene.shown(secret))).toBe(locked)
  scene.clock.advance(1_000)
  expect(await guess(scene.shown(secret))).toBe('not refused')
  expect(await guess(bad)).toBe(wrong)
})

test('guesses at once cannot outrun the lock', async () => {
  await using scene = await mfaScene(optional)
  const { secret } = await scene.adaWithToken()
  const { Session } = await scene.byPassword('ada')
  const SOFTWARE_TOKEN_MFA_CODE = wrongFor(scene.shown(secret))
  const ends = await Promise.all(
    Array.from({ length: 12 }, () =>
      refusedWith(scene.respond('SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE })),
    ),
  )
  expect(ends.filter((end) => end === wrong)).toHaveLength(5)
})

test('the session is of one sign-in: it is used once, ends in time, and dies with the password it proved', async () => {
  await using scene = await mfaScene(optional)
  const { secret } = await scene.adaWithToken()
  const answer = (Session: string | undefined) =>
    scene.respond('SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE: scene.shown(secret) })
  const { Session: first } = await scene.byPassword('ada')
  await answer(first)
  scene.clock.advance(30_000)
  expect(await refusedWith(answer(first))).toContain('session can only be used once.')

  const { Session: late } = await scene.byPassword('ada')
  scene.clock.advance(180_000)
  expect(await refusedWith(answer(late))).toContain('session is expired.')

  const { Session: outdated } = await scene.byPassword('ada')
  const Password = 'Another-horse-2'
  await scene.call('AdminSetUserPassword', { UserPoolId: scene.UserPoolId, Username: 'ada', Password, Permanent: true })
  expect(await refusedWith(answer(outdated))).toContain('NotAuthorizedException')
})

test('each question has the whole time of a session, and an answered one none', async () => {
  await using scene = await mfaScene(optional)
  const { secret } = await scene.adaWithToken()
  const proof = await scene.startSrp('ada')
  scene.clock.advance(170_000)
  const { Session } = await scene.proveSrp(proof)
  scene.clock.advance(170_000)
  expect(await refusedWith(scene.proveSrp(proof))).toContain('session is expired.')
  const SOFTWARE_TOKEN_MFA_CODE = scene.shown(secret)
  expect(outcomeOf(await scene.respond('SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE }))).toBe('tokens')
})

test('whoever is disabled, or lost their authenticator, meanwhile does not get in', async () => {
  await using scene = await mfaScene(optional)
  const { secret } = await scene.adaWithToken()
  const { UserPoolId, call } = scene
  const { Session } = await scene.byPassword('ada')
  const answer = () => scene.respond('SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE: scene.shown(secret) })
  await call('AdminDisableUser', { UserPoolId, Username: 'ada' })
  expect(await refusedWith(answer())).toBe('NotAuthorizedException: User is disabled.')
  await call('AdminEnableUser', { UserPoolId, Username: 'ada' })
  await call('AdminDeleteSoftwareToken', { UserPoolId, Username: 'ada' })
  expect(await refusedWith(answer())).toBe(
    'InvalidParameterException: The selected challenge is not available for the user.',
  )
})
