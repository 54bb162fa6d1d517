import { describe, expect, test } from 'vitest'
import { userPools } from '@cognate/wire/user-pools-service.ts'
import { systemRandom } from '../../ambient/random.ts'
import { sharedStoreTest } from '../../testing/every-store.ts'
import { adasEmail, choiceScene } from '../../testing/choice-scene.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { listOf, peopleIn } from '../../testing/people.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { knock, requestFor, testWorld, type TestWorld } from '../../testing/world.ts'

const place = { account: '000000000000', region: 'us-east-1' }
const second = 1000
const hour = 3_600_000
const tooMany =
  'LimitExceededException: Exceeded daily email limit for the operation or the account. If a higher limit is required, please configure your user pool to use your own Amazon SES configuration for sending email.'
const ownSes = {
  EmailConfiguration: {
    EmailSendingAccount: 'DEVELOPER',
    SourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/people@example.com',
  },
} as const

/** People in a pool of an account that may send so many e-mails a day; each call comes in a second of its own. */
async function scene(most: number, wishes: Parameters<typeof peopleIn>[0] = {}) {
  const people = await peopleIn({ ...wishes, parts: { lessor: 'process', ...wishes.parts } })
  const call: typeof people.call = (name, input) => {
    people.clock.advance(second)
    return people.call(name, input)
  }
  const mayStillSend = (count: number) => setMost(count, people)
  await mayStillSend(most)
  const { ClientId, UserPoolId } = people
  const signUp = (Username: string) =>
    refusalOf(
      call('SignUp', {
        ClientId,
        Username,
        Password: goodPassword,
        UserAttributes: listOf({ email: `${Username}@example.com` }),
      }),
    )
  const invite = (Username: string) =>
    refusalOf(
      call('AdminCreateUser', {
        UserPoolId,
        Username,
        UserAttributes: listOf({ email: `${Username}@example.com` }),
        DesiredDeliveryMediums: ['EMAIL'],
      }),
    )
  return { ...people, call, signUp, invite, mayStillSend }
}

const setMost = (most: number, { world: { store } }: Pick<TestWorld, 'world'>) =>
  store.decide([store.quotas.set(place, 'DailyEmails', most)])

test('[D] so many e-mails as may be a day are sent, and again from 09:00 UTC on', async () => {
  await using here = await scene(5)
  for (let n = 0; n < 5; n++) expect(await here.signUp(`p${n}`)).toBe('accepted')
  expect(await here.signUp('late')).toBe(tooMany)
  const nine = Date.UTC(2026, 0, 1, 9)
  here.clock.advance(nine - 2 * second - here.clock.now())
  expect(await here.signUp('late')).toBe(tooMany)
  here.clock.advance(second)
  expect(await here.signUp('late')).toBe('accepted')
})

test('[D] without a quota of its own, an account has fifty', async () => {
  await using it = await peopleIn({ parts: { lessor: 'process' } })
  const { store } = it.world
  const now = it.clock.now()
  const count = { now, endsAt: Date.UTC(2026, 0, 1, 9), limit: 50 }
  const unused = () => new Error('unused')
  for (let n = 0; n < 49; n++) await store.decide([store.quotas.countEmail(place, count, unused)])
  it.clock.advance(second)
  expect(await refusalOf(it.signUp('ada'))).toBe('accepted')
  it.clock.advance(second)
  expect(await refusalOf(it.signUp('ben'))).toBe(tooMany)
})

test('[O] every operation that would send one e-mail more is refused, and nothing of it is kept', async () => {
  await using here = await scene(100)
  const { ClientId, UserPoolId, call } = here
  const Username = 'ada'
  await here.signedUp('ada')
  const { AccessToken } = await here.signIn('ada')
  await here.invite('ida')
  await here.signUp('una')
  await here.mayStillSend(1)
  const before = await here.inbox('new@example.com')
  const email = listOf({ email: 'new@example.com' })

  expect(await here.signUp('late')).toBe(tooMany)
  expect(await here.invite('late')).toBe(tooMany)
  const again = { UserPoolId, Username: 'ida', MessageAction: 'RESEND', DesiredDeliveryMediums: ['EMAIL'] } as const
  expect(await refusalOf(call('AdminCreateUser', again))).toBe(tooMany)
  expect(await refusalOf(call('ResendConfirmationCode', { ClientId, Username: 'una' }))).toBe(tooMany)
  expect(await refusalOf(call('ForgotPassword', { ClientId, Username }))).toBe(tooMany)
  expect(await refusalOf(call('AdminResetUserPassword', { UserPoolId, Username }))).toBe(tooMany)
  expect(await refusalOf(call('UpdateUserAttributes', { AccessToken, UserAttributes: email }))).toBe(tooMany)
  expect(await refusalOf(call('AdminUpdateUserAttributes', { UserPoolId, Username, UserAttributes: email }))).toBe(
    tooMany,
  )
  const verification = { AccessToken, AttributeName: 'email' }
  expect(await refusalOf(call('GetUserAttributeVerificationCode', verification))).toBe(tooMany)

  expect(await refusalOf(call('AdminGetUser', { UserPoolId, Username: 'late' }))).toMatch(/^UserNotFoundException/)
  expect(await here.statusOf('ada')).toBe('CONFIRMED')
  expect(await here.attributesOf('ada')).toMatchObject({ email: 'ada@example.com', email_verified: 'true' })
  expect(await here.inbox('new@example.com')).toEqual(before)
  expect(await here.inbox('late@example.com')).toEqual([])
})

test('[O] tells when the day is over, with status 400', async () => {
  await using here = await scene(1)
  await here.signUp('ada')
  here.clock.advance(2 * hour + second - (here.clock.now() % hour))
  const input = {
    ClientId: here.ClientId,
    Username: 'ben',
    Password: goodPassword,
    UserAttributes: listOf({ email: 'ben@example.com' }),
  }
  const request = requestFor(`${userPools.targetPrefix}.SignUp`, JSON.stringify(input), here.clock.now())
  const { status, headers } = await knock(here.door, request)
  expect(status).toBe(400)
  expect(headers).toMatchObject({ 'retry-after': String(7 * 3600 - 1) })
})

describe('e-mails are not counted', () => {
  const outcomes = async (wishes: Parameters<typeof peopleIn>[0]) => {
    await using here = await scene(1, wishes)
    return [await here.signUp('ada'), await here.signUp('ben'), await here.signUp('cleo')]
  }
  test('[D] of a pool that sends with its own SES', async () => {
    expect(await outcomes({ pool: ownSes })).toEqual(['accepted', 'accepted', 'accepted'])
  })
  test('where quotas are off', async () => {
    expect(await outcomes({ parts: { lessor: undefined } })).toEqual(['accepted', 'accepted', 'accepted'])
  })
  test('[D] of a pool that says nothing, they are', async () => {
    expect(await outcomes({})).toEqual(['accepted', tooMany, tooMany])
  })
})

test('[D] text messages are no e-mails', async () => {
  await using here = await scene(1, { pool: { AutoVerifiedAttributes: ['phone_number'] } })
  const attributes = { phone_number: '+15555550123' }
  for (const Username of ['ada', 'ben', 'cleo']) {
    here.clock.advance(second)
    expect(await refusalOf(here.signedUp(Username, attributes))).toBe('accepted')
  }
})

describe('[K] what is sent to nobody counts as what is sent to somebody, so that neither the count nor its end tells who exists:', () => {
  const forgetful = { client: { PreventUserExistenceErrors: 'ENABLED' } } as const
  test.each(['ada', 'nobody'])('a forgotten password of %s', async (Username) => {
    await using here = await scene(100, forgetful)
    await here.signedUp('ada')
    await here.mayStillSend(2)
    const ask = (name: string) => refusalOf(here.call('ForgotPassword', { ClientId: here.ClientId, Username: name }))
    expect(await ask(Username)).toBe('accepted')
    expect(await ask('ada')).toBe(tooMany)
    expect(await ask('nobody')).toBe(tooMany)
  })

  test.each(['ada', 'nobody'])('a sign-in code of %s', async (name) => {
    await using here = await choiceScene(['PASSWORD', 'EMAIL_OTP'], { lessor: 'process' })
    await here.newAda()
    const nobody = await here.nobodyWith(['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP'])
    // What was sent in looking for them is of another day.
    here.clock.advance(24 * hour)
    await setMost(1, here)
    const ask = (who: string) => {
      here.clock.advance(second)
      return refusalOf(here.prefer('EMAIL_OTP', {}, who === 'nobody' ? nobody : who))
    }
    expect(await ask(name)).toBe('accepted')
    expect(await ask('ada')).toBe(tooMany)
    expect(await ask('nobody')).toBe(tooMany)
    expect(await here.inbox(adasEmail)).toHaveLength(name === 'ada' ? 1 : 0)
  })
})

sharedStoreTest('[D] nodes that send at once send no more than a day’s e-mails together', async (shared) => {
  const masterKey = systemRandom.bytes(32)
  await using here = await peopleIn({ parts: { store: await shared.open(), masterKey, lessor: 'store' } })
  await using other = await testWorld({ store: await shared.open(), masterKey, lessor: 'store' })
  await setMost(5, here)
  const { ClientId } = here
  const signUp = (call: typeof other.call, Username: string) =>
    refusalOf(
      call('SignUp', {
        ClientId,
        Username,
        Password: goodPassword,
        UserAttributes: listOf({ email: `${Username}@example.com` }),
      }),
    )
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, at) => signUp((at % 2 ? here : other).call, `p${at}`)),
  )
  expect(answers.toSorted()).toEqual([
    ...Array.from({ length: 11 }, () => tooMany),
    ...Array.from({ length: 5 }, () => 'accepted'),
  ])
  const { Users } = await here.call('ListUsers', { UserPoolId: here.UserPoolId })
  expect(Users).toHaveLength(5)
})
