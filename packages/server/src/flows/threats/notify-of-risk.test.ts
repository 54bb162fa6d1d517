import { expect, test } from 'vitest'
import { goodPassword } from '../../testing/good-password.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { elsewhere, onEveryLevel, threatScene } from '../../testing/threat-scene.ts'

const email = 'ada@example.com'
const SourceArn = 'arn:aws:ses:us-east-1:111122223333:identity/security@example.com'
const template = {
  Subject: 'Sign-in of {username}',
  HtmlBody: '<p>{device-name} at {ip-address} ({city}, {country}), {login-time}</p>',
  TextBody: '{event-id} {feedback-token} {one-click-link-invalid} {####}',
}

async function notified(action: Parameters<typeof onEveryLevel>[0], templates: object = {}, attributes: object = {}) {
  const NotifyConfiguration = { SourceArn, ReplyTo: 'help@example.com', ...templates }
  const AccountTakeoverRiskConfiguration = { Actions: onEveryLevel(action, true), NotifyConfiguration }
  const scene = await threatScene({ AccountTakeoverRiskConfiguration })
  await scene.newUser('ada', { attributes: { email, email_verified: 'true', ...attributes } })
  await scene.signsIn('ada')
  return scene
}

test('who is blocked is told, with what is known of the sign-in, in the operator’s words [D]', async () => {
  await using scene = await notified('BLOCK', { BlockEmail: template })
  await refusedWith(scene.signsIn('ada', elsewhere, { device: '<Phone>' }))
  const [mail, ...others] = await scene.inbox(email)
  const [event] = await scene.events('ada')
  expect(others).toEqual([])
  expect(mail).toMatchObject({
    subject: 'Sign-in of ada',
    from: 'security@example.com',
    replyTo: 'help@example.com',
    source: 'AccountTakeOverNotification',
  })
  expect(mail?.html).toBe(
    `<p>&lt;Phone&gt; at ${elsewhere} (unknown, unknown), ${new Date(scene.clock.now()).toUTCString()}</p>`,
  )
  const [id, token, link = '', rest] = mail?.text.split(' ') ?? []
  expect([id, rest]).toEqual([event?.EventId, '{####}'])
  const query = Object.fromEntries(new URL(link).searchParams)
  expect(link).toMatch(`http://localhost:9400/${scene.UserPoolId}/authEventFeedback?`)
  expect(query).toEqual({ user_name: 'ada', event_id: id, feedback_token: token, feedback_value: 'Invalid' })
})

test.each([
  ['NO_ACTION', 'NoActionEmail'],
  ['BLOCK', 'BlockEmail'],
] as const)('%s has words of its own, else ours [D]', async (action, member) => {
  await using own = await notified(action, { [member]: { Subject: 'Own', TextBody: 'own words' } })
  await refusedWith(own.signsIn('ada', elsewhere))
  expect((await own.inbox(email))[0]?.subject).toBe('Own')
  await using bare = await notified(action, { [member]: { Subject: 'Own' } })
  await refusedWith(bare.signsIn('ada', elsewhere))
  expect((await bare.inbox(email))[0]).toMatchObject({ subject: 'Own', text: expect.stringContaining('ada') })
  await using ours = await notified(action)
  await refusedWith(ours.signsIn('ada', elsewhere))
  expect((await ours.inbox(email))[0]?.text).toContain('Somebody signed in to the account ada')
})

test('nobody is told of a wrong password, nor at an address that they did not prove, nor where there is no risk', async () => {
  await using scene = await notified('BLOCK')
  await scene.failsToSignIn('ada', elsewhere)
  await scene.signsIn('ada')
  expect(await scene.inbox(email)).toEqual([])
  await using unproved = await notified('BLOCK', {}, { email_verified: 'false' })
  await refusedWith(unproved.signsIn('ada', elsewhere))
  expect(await unproved.inbox(email)).toEqual([])
})

test('nobody is told more than ten times an hour', async () => {
  await using scene = await notified('BLOCK')
  for (let at = 0; at < 12; at += 1) expect(await refusedWith(scene.signsIn('ada', elsewhere))).toMatch(/security/)
  expect(await scene.inbox(email)).toHaveLength(10)
})

test('a sign-in does not fail for want of a way to tell its user', async () => {
  const NotifyConfiguration = { SourceArn }
  const AccountTakeoverRiskConfiguration = { Actions: onEveryLevel('NO_ACTION', true), NotifyConfiguration }
  const mailroom = { carriers: {}, inbox: false }
  await using scene = await threatScene({ AccountTakeoverRiskConfiguration }, { mailroom })
  await scene.newUser('ada', { attributes: { email, email_verified: 'true' } })
  await scene.signsIn('ada')
  expect(await scene.signsIn('ada', elsewhere)).toHaveProperty('AuthenticationResult')
})

async function toldOf(scene: Awaited<ReturnType<typeof notified>>) {
  await refusedWith(scene.signsIn('ada', elsewhere))
  const [EventId = '', FeedbackToken = ''] = (await scene.inbox(email))[0]?.text.split(' ') ?? []
  return { EventId, FeedbackToken }
}

const blockTemplate = { BlockEmail: { Subject: 's', TextBody: '{event-id} {feedback-token}' } }
const wrongToken = 'NotAuthorizedException: Invalid feedback token.'

test('the token of the mail lets its user say of this event, and of no other, who it was [D]', async () => {
  await using scene = await notified('BLOCK', blockTemplate)
  const { call, UserPoolId } = scene
  const { EventId, FeedbackToken } = await toldOf(scene)
  const other = (await scene.events('ada'))[1]?.EventId ?? ''
  await scene.newUser('bob')
  const right = { UserPoolId, Username: 'ada', EventId, FeedbackToken, FeedbackValue: 'Valid' } as const
  const say = (over: object = {}) => call('UpdateAuthEventFeedback', { ...right, ...over })
  const wrong = [{ EventId: other }, { Username: 'bob' }, { Username: 'nobody' }, { EventId: 'none' }]
  for (const over of [...wrong, { FeedbackToken: `${FeedbackToken}A` }, { FeedbackToken: 'A' }])
    expect(await refusedWith(say(over))).toBe(wrongToken)
  expect(await say()).toEqual({})
  expect((await scene.events('ada'))[0]?.EventFeedback).toMatchObject({ FeedbackValue: 'Valid', Provider: 'User' })
  expect((await scene.events('ada'))[1]?.EventFeedback).toBeUndefined()
  expect(await refusedWith(say({ UserPoolId: 'us-east-1_nowhere' }))).toBe(
    'ResourceNotFoundException: User pool us-east-1_nowhere does not exist.',
  )
})

test('where somebody says that it was them, they are known from then on; where it was not, less so', async () => {
  await using scene = await notified('BLOCK', blockTemplate)
  const { call, UserPoolId } = scene
  const { EventId, FeedbackToken } = await toldOf(scene)
  const say = (FeedbackValue: 'Valid' | 'Invalid') =>
    call('UpdateAuthEventFeedback', { UserPoolId, Username: 'ada', EventId, FeedbackToken, FeedbackValue })
  await say('Invalid')
  await refusedWith(scene.signsIn('ada', elsewhere))
  expect((await scene.events('ada'))[0]?.EventRisk?.RiskLevel).toBe('Medium')
  await say('Valid')
  expect(await scene.signsIn('ada', elsewhere)).toHaveProperty('AuthenticationResult')
})

test('what a device calls itself adds no lines to the mail', async () => {
  await using scene = await notified('BLOCK', { BlockEmail: { Subject: 's', TextBody: '{device-name}' } })
  const DeviceName = 'Phone\r\n\r\nYour account was closed.\u2028Call us.'
  const payload = JSON.stringify({ contextData: { DeviceName } })
  const EncodedData = Buffer.from(JSON.stringify({ payload })).toString('base64')
  const { call, UserPoolId, ClientId, clock } = scene
  clock.advance(1000)
  await refusedWith(
    call('AdminInitiateAuth', {
      UserPoolId,
      ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ada', PASSWORD: goodPassword },
      ContextData: { ...scene.contextData(elsewhere, 'Other/1'), EncodedData },
    }),
  )
  expect((await scene.inbox(email))[0]?.text).toBe('Phone Your account was closed. Call us.')
})
