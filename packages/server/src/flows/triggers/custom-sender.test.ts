import { buildDecrypt, CommitmentPolicy, KmsKeyringNode } from '@aws-crypto/client-node'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { goodPassword } from '../../testing/good-password.ts'
import { kmsGate } from '../../testing/kms-gate.ts'
import { listOf } from '../../testing/people.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { senderScene } from '../../testing/sender-scene.ts'
import { changeSettings } from '../keys-of-kms/change-settings.ts'

let scene: Awaited<ReturnType<typeof senderScene>>
let gate: Awaited<ReturnType<typeof kmsGate>>
beforeAll(async () => void (gate = await kmsGate()))
afterAll(() => gate[Symbol.asyncDispose]())
afterEach(() => scene[Symbol.asyncDispose]())

const soon = (check: () => unknown) => vi.waitFor(check, 10_000)
const hour = 3_600_000

test('a function is told what to send, with the code encrypted under the pool’s key [D]', async () => {
  scene = await senderScene(gate)
  const { call, ClientId, UserPoolId, events, codes } = scene
  const ClientMetadata = { campaign: 'spring' }
  const UserAttributes = listOf({ email: 'ada@example.com' })
  const signUp = { ClientId, Username: 'ada', Password: goodPassword, UserAttributes, ClientMetadata }
  const { UserSub } = await call('SignUp', signUp)
  await soon(() => expect(codes).toHaveLength(1))
  expect(events).toEqual([
    {
      version: '1',
      triggerSource: 'CustomEmailSender_SignUp',
      region: 'us-east-1',
      userPoolId: UserPoolId,
      userName: 'ada',
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: ClientId },
      request: {
        type: 'customEmailSenderRequestV1',
        code: expect.stringMatching(/^[A-Za-z0-9+/]{300,}={0,2}$/),
        clientMetadata: ClientMetadata,
        userAttributes: {
          sub: UserSub,
          'cognito:user_status': 'UNCONFIRMED',
          email: 'ada@example.com',
          email_verified: 'false',
        },
      },
    },
  ])
  expect(codes[0]).toMatch(/^\d{6}$/)
  await call('ConfirmSignUp', { ClientId, Username: 'ada', ConfirmationCode: codes[0] ?? '' })
})

test('what it gets is bound to the pool, and made to be read by what does not ask for commitment [K]', async () => {
  scene = await senderScene(gate)
  await scene.signUp('ada')
  await soon(() => expect(scene.events).toHaveLength(1))
  const message = Buffer.from(scene.events[0]?.request.code ?? '', 'base64')
  const { decrypt } = buildDecrypt(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
  const { messageHeader } = await decrypt(new KmsKeyringNode({ keyIds: [scene.KMSKeyID] }), message)
  expect(messageHeader).toMatchObject({ suiteId: 0x0378, encryptionContext: { 'userpool-id': scene.UserPoolId } })
})

test('text messages have a function of their own [D]', async () => {
  scene = await senderScene(gate, {}, 'phone_number')
  await scene.signUp('ada', { phone_number: '+4915112345678' })
  await soon(() => expect(scene.codes).toHaveLength(1))
  const request = { type: 'customSMSSenderRequestV1' }
  expect(scene.events).toMatchObject([{ triggerSource: 'CustomSMSSender_SignUp', request }])
})

test('every kind of code says what it is for [D]', async () => {
  scene = await senderScene(gate)
  const { call, ClientId, UserPoolId, signUp, codes, events } = scene
  await signUp('ada')
  await call('ResendConfirmationCode', { ClientId, Username: 'ada' })
  await call('AdminConfirmSignUp', { UserPoolId, Username: 'ada' })
  await call('AdminUpdateUserAttributes', {
    UserPoolId,
    Username: 'ada',
    UserAttributes: listOf({ email_verified: 'true' }),
  })
  await call('ForgotPassword', { ClientId, Username: 'ada' })
  await soon(() => expect(codes).toHaveLength(3))
  expect(events.map(({ triggerSource }) => triggerSource).toSorted()).toEqual([
    'CustomEmailSender_ForgotPassword',
    'CustomEmailSender_ResendCode',
    'CustomEmailSender_SignUp',
  ])
})

test('a temporary password arrives escaped for HTML [D]', async () => {
  scene = await senderScene(gate)
  const { call, UserPoolId, codes, events } = scene
  const TemporaryPassword = 'A<b>&c1"xyz'
  const UserAttributes = listOf({ email: 'ada@example.com' })
  await call('AdminCreateUser', {
    UserPoolId,
    Username: 'ada',
    TemporaryPassword,
    UserAttributes,
    DesiredDeliveryMediums: ['EMAIL'],
  })
  await soon(() => expect(codes).toHaveLength(1))
  expect(codes[0]).toMatch(/^A&lt;b&gt;&amp;c1&(?:quot|#34);xyz$/)
  expect(events[0]).toMatchObject({
    triggerSource: 'CustomEmailSender_AdminCreateUser',
    callerContext: { clientId: 'CLIENT_ID_NOT_APPLICABLE' },
  })
})

test('no provider gets what a function sends [D]', async () => {
  const email = vi.fn<() => Promise<'sent'>>(() => Promise.resolve('sent'))
  scene = await senderScene(gate, { mailroom: { carriers: { email }, inbox: false } })
  await scene.signUp('ada')
  await soon(() => expect(scene.codes).toHaveLength(1))
  await soon(() => expect(scene.world.store.outbox.waiting()).resolves.toBe(0))
  expect(email).not.toHaveBeenCalled()
})

test('a function that fails keeps nobody from signing up, and is told again later', async () => {
  scene = await senderScene(gate)
  scene.failing.times = 1
  await scene.signUp('ada')
  await soon(() => expect(scene.events).toHaveLength(1))
  await expect(scene.world.store.outbox.waiting()).resolves.toBe(1)
  await soon(() => {
    scene.clock.advance(10_000)
    scene.world.outbox.wake()
    expect(scene.codes).toHaveLength(1)
  })
  expect(scene.events).toHaveLength(2)
})

test('without its key a function is told nothing, and everything once the key is back', async () => {
  scene = await senderScene(gate)
  const { world, place, KMSKeyID } = scene
  await changeSettings(place, KMSKeyID, () => ({ Enabled: false }), world)
  await scene.signUp('ada')
  await soon(async () => expect((await world.store.outbox.list({ limit: 1 }))[0]?.attempts).toBe(1))
  expect(scene.events).toEqual([])
  await changeSettings(place, KMSKeyID, () => ({ Enabled: true }), world)
  await soon(() => {
    scene.clock.advance(10_000)
    world.outbox.wake()
    expect(scene.codes).toHaveLength(1)
  })
})

test('a function without a key is still refused when the pool is configured [O]', async () => {
  scene = await senderScene(gate)
  const named = { LambdaVersion: 'V1_0', LambdaArn: 'arn:aws:lambda:us-east-1:000000000000:function:sender' } as const
  const configuring = scene.call('UpdateUserPool', {
    UserPoolId: scene.UserPoolId,
    LambdaConfig: { CustomEmailSender: named },
  })
  expect(await refusedWith(configuring)).toContain('KMSKeyId parameter is required')
})

test('a message that nobody takes is given up when its code has expired', async () => {
  scene = await senderScene(gate)
  scene.failing.times = 1_000
  await scene.signUp('ada')
  await soon(() => expect(scene.events).toHaveLength(1))
  scene.clock.advance(25 * hour)
  scene.world.outbox.wake()
  await soon(() => expect(scene.world.store.outbox.waiting()).resolves.toBe(0))
  expect(scene.codes).toEqual([])
})
