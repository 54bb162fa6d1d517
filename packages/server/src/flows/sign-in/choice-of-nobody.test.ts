import { describe, expect, test } from 'vitest'
import { choiceScene } from '../../testing/choice-scene.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { srpClient } from '../../testing/srp-client.ts'

const wrongPassword = 'NotAuthorizedException: Incorrect username or password.'
const wrongCode = 'CodeMismatchException: Invalid code or auth state for the user.'

describe('where the client hides who exists, nobody', () => {
  const pool = { AliasAttributes: ['email'] as const }

  test('is asked what anybody is, the same each time', async () => {
    await using scene = await choiceScene(undefined, { pool })
    await scene.newAda()
    const { AvailableChallenges = [] } = await scene.start()
    const name = await scene.nobodyWith(AvailableChallenges)
    const unknown = await scene.start({}, name)
    expect(unknown).toMatchObject({ ChallengeName: 'SELECT_CHALLENGE', AvailableChallenges })
    const first = await scene.prefer('SMS_OTP', {}, name)
    expect(first.ChallengeParameters?.['CODE_DELIVERY_DESTINATION']).toMatch(/^\+\*{7}\d{4}$/)
    expect((await scene.prefer('SMS_OTP', {}, name)).ChallengeParameters).toEqual(first.ChallengeParameters)
    const addresses = Array.from({ length: 30 }, (_, number) => `bob-${number}@example.com`)
    const byAddress = await Promise.all(addresses.map((address) => scene.prefer('EMAIL_OTP', {}, address)))
    const sent = byAddress.filter(({ ChallengeName }) => ChallengeName === 'EMAIL_OTP')
    const to = sent.map(({ ChallengeParameters }) => ChallengeParameters?.['CODE_DELIVERY_DESTINATION'])
    expect(new Set(to)).toEqual(new Set(['b***@e***']))
    expect(await Promise.all(addresses.map(scene.inbox))).toEqual(addresses.map(() => []))
  })

  test('goes every way, is counted as anybody, and gets nowhere', async () => {
    await using scene = await choiceScene()
    const name = await scene.nobodyWith(['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP', 'SMS_OTP'])
    const right = { PASSWORD: goodPassword }
    expect(await refusedWith(scene.prefer('PASSWORD', right, name))).toBe(wrongPassword)
    const { Session } = await scene.start({}, name)
    const { SRP_A, answer } = srpClient(scene.UserPoolId)
    const verifier = await scene.select(Session, 'PASSWORD_SRP', { SRP_A }, name)
    const proof = answer(verifier.ChallengeParameters ?? {}, goodPassword, scene.clock.now())
    expect(await refusedWith(scene.respond('PASSWORD_VERIFIER', undefined, proof, name))).toBe(wrongPassword)
    const coded = await scene.prefer('EMAIL_OTP', {}, name)
    for (let n = 1; n <= 5; n++)
      expect(await refusedWith(scene.respond('EMAIL_OTP', coded.Session, { EMAIL_OTP_CODE: '00000000' }, name))).toBe(
        wrongCode,
      )
    expect(await refusedWith(scene.respond('EMAIL_OTP', coded.Session, { EMAIL_OTP_CODE: '00000000' }, name))).toBe(
      'NotAuthorizedException: Password attempts exceeded',
    )
    for (let n = 2; n <= 20; n++) await scene.prefer('EMAIL_OTP', {}, name)
    expect(await refusedWith(scene.prefer('EMAIL_OTP', {}, name))).toBe('TooManyRequestsException: Too many requests')
  })
})

describe('where the client hides who exists, nobody is not known by', () => {
  test('being without any factor', async () => {
    await using scene = await choiceScene()
    const user = await scene.newUser('eve')
    const { password: _, ...credentials } = user.credentials
    await scene.world.store.decide(scene.world.store.users.save({ ...user, credentials }, user))
    const asked = async () => (await scene.prefer('PASSWORD', {}, 'eve')).AvailableChallenges
    const seen = await asked()
    await scene.call('AdminDeleteUser', { UserPoolId: scene.UserPoolId, Username: 'eve' })
    expect(await asked()).toEqual(seen)
  })

  test('having a password, since some of nobody seem to have none', async () => {
    await using scene = await choiceScene(['PASSWORD', 'EMAIL_OTP'])
    const name = await scene.nobodyWith(['EMAIL_OTP'])
    expect(await scene.start({}, name)).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      AvailableChallenges: ['EMAIL_OTP'],
    })
  })

  test('having more than a temporary password, since some of nobody seem to have no more', async () => {
    await using scene = await choiceScene(undefined, { pool: { UsernameAttributes: ['email'] } })
    const { UserPoolId } = scene
    await scene.call('AdminCreateUser', { UserPoolId, Username: 'ada@example.com', TemporaryPassword: goodPassword })
    const factorsOf = async (name: string) => (await scene.prefer('PASSWORD', {}, name)).AvailableChallenges?.join()
    const adas = await factorsOf('ada@example.com')
    expect(adas).toBe('PASSWORD,PASSWORD_SRP')
    const names = Array.from({ length: 60 }, (_, number) => `nobody-${number}@example.com`)
    const seen = new Set(await Promise.all(names.map(factorsOf)))
    expect(seen).toContain(adas)
    expect(seen.size).toBeGreaterThan(2)
  })
})

describe('where the client does not hide it, nobody', () => {
  test('is told of', async () => {
    await using scene = await choiceScene(undefined, { client: { PreventUserExistenceErrors: 'LEGACY' } })
    expect(await refusedWith(scene.start({}, 'nobody'))).toBe('UserNotFoundException: User does not exist.')
  })
})
