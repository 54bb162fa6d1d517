import { expect, test } from 'vitest'
import type { MessageSource } from '../../domain/message.ts'
import type { CodePurpose } from '../../domain/session.ts'
import type { Mailroom } from '../../outbox/mailroom.ts'
import { readInbox } from '../../outbox/read-inbox.ts'
import { poolWith, userWith } from '../../testing/mail-fixtures.ts'
import { mailWorld } from '../../testing/mail-world.ts'
import { codeDigest } from './code-digest.ts'
import { codeMessage, type CodeOccasion } from './code-message.ts'

const pool = poolWith()
const user = userWith('ada', { email: 'ada@example.com', phone_number: '+15555550142' })
const signUp = {
  pool,
  user,
  clientId: 'client',
  purpose: 'ConfirmSignUp',
  source: 'CustomMessage_SignUp',
  attribute: 'email',
  value: 'ada@example.com',
} as const
const bySms = { attribute: 'phone_number', value: '+15555550142' } as const

/** Decides on one code message, and gives what the inbox then shows. */
async function sent(occasion: CodeOccasion, mailroom?: Mailroom) {
  const world = await mailWorld(mailroom)
  const { statements, details } = await codeMessage(occasion, world)
  await world.store.decide(statements)
  const [kept] = await readInbox(undefined, world)
  if (!kept) throw new Error('The inbox is empty')
  const code = await world.store.codes.find(pool.id, user.sub, occasion.purpose)
  await world.outbox[Symbol.asyncDispose]()
  return { world, details, message: kept.message, code }
}

test('a code goes out with the decision, and the caller is told where to, masked', async () => {
  const { details, message } = await sent(signUp)
  expect(details).toEqual({ AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' })
  expect(message).toMatchObject({ channel: 'email', to: 'ada@example.com', source: 'CustomMessage_SignUp' })
  expect(message.code).toMatch(/^\d{6}$/)
  expect(message.text).toContain(message.code)
  expect(message).not.toHaveProperty('link')
})

test('a code by SMS is plain text without a subject', async () => {
  const { details, message } = await sent({ ...signUp, ...bySms })
  expect(details).toEqual({ AttributeName: 'phone_number', DeliveryMedium: 'SMS', Destination: '+*******0142' })
  expect(message).toMatchObject({ channel: 'sms', to: '+15555550142' })
  expect(message).not.toHaveProperty('subject')
  expect(message).not.toHaveProperty('html')
})

test('nothing is in the outbox before the decision', async () => {
  const world = await mailWorld()
  await codeMessage(signUp, world)
  expect(await readInbox(undefined, world)).toEqual([])
})

test('only a digest of the code is kept, and it is good for this person and purpose alone', async () => {
  const { world, message, code } = await sent(signUp)
  const holder = { poolId: pool.id, sub: user.sub, purpose: 'ConfirmSignUp' } as const
  const digest = (other: object) => codeDigest(message.code ?? '', { ...holder, ...other }, world.sealer)
  expect(code).toMatchObject({ ...holder, digest: digest({}), attribute: 'email', value: 'ada@example.com' })
  for (const other of [{ poolId: 'us-east-1_other' }, { sub: 'other' }, { purpose: 'ForgotPassword' }])
    expect(digest(other)).not.toBe(code?.digest)
})

test('what waits in the outbox shows neither address nor code', async () => {
  const { world, message } = await sent(signUp)
  const row = JSON.stringify(await world.store.outbox.list({ limit: 1 }))
  expect(row).not.toContain('ada@example.com')
  expect(row).not.toContain(message.code)
})

test.each([
  ['ConfirmSignUp', 24],
  ['VerifyAttribute:email', 24],
  ['VerifyAttribute:phone_number', 24],
  ['ForgotPassword', 1],
] as const)('a code for %s is good for %i hours', async (purpose, hours) => {
  const { world, code } = await sent({ ...signUp, purpose })
  expect(code?.expiresAt).toBe(world.clock.now() + hours * 3_600_000)
})

// Which settings write which message.

const template = {
  EmailSubject: 'S {####}',
  EmailMessage: 'E <b>{####}</b>',
  SmsMessage: 'M {####}',
  EmailSubjectByLink: 'L',
  EmailMessageByLink: 'Go {##here##}',
}
const older = {
  EmailVerificationSubject: 'OS',
  EmailVerificationMessage: 'OE {####}',
  SmsVerificationMessage: 'OM {####}',
}
const verifications = [
  'CustomMessage_SignUp',
  'CustomMessage_ResendCode',
  'CustomMessage_ForgotPassword',
  'CustomMessage_UpdateUserAttribute',
  'CustomMessage_VerifyUserAttribute',
] as const satisfies readonly MessageSource[]

test.each(verifications)('%s is written from the verification template', async (source) => {
  const own = poolWith({ ...older, VerificationMessageTemplate: template })
  const { message } = await sent({ ...signUp, source, pool: own })
  expect(message).toMatchObject({
    subject: `S ${message.code}`,
    html: `E <b>${message.code}</b>`,
    text: `E ${message.code}`,
  })
  const sms = await sent({ ...signUp, ...bySms, source, pool: own })
  expect(sms.message.text).toBe(`M ${sms.message.code}`)
})

test('the older members write it where the template is silent', async () => {
  const own = poolWith({ ...older, VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' } })
  const { message } = await sent({ ...signUp, pool: own })
  expect(message).toMatchObject({ subject: 'OS', html: `OE ${message.code}` })
  const sms = await sent({ ...signUp, ...bySms, pool: own })
  expect(sms.message.text).toBe(`OM ${sms.message.code}`)
})

test('a sign-in code by SMS has its own template', async () => {
  const own = poolWith({ ...older, SmsAuthenticationMessage: 'A {####}' })
  const { message } = await sent({ ...signUp, ...bySms, source: 'CustomMessage_Authentication', pool: own })
  expect(message.text).toBe(`A ${message.code}`)
  const mail = await sent({ ...signUp, source: 'CustomMessage_Authentication', pool: own })
  expect(mail.message.text).toContain(mail.message.code)
})

test.each([...verifications, 'CustomMessage_Authentication'] as const)(
  'without any template %s is written in our own words, with its code',
  async (source) => {
    const { message } = await sent({ ...signUp, source })
    expect(message.subject).toMatch(/code/)
    expect(message.html).toContain(message.code)
    const sms = await sent({ ...signUp, ...bySms, source })
    expect(sms.message.text).toContain(sms.message.code)
  },
)

test('a verification leaves {username} alone, as AWS does', async () => {
  const own = poolWith({ EmailVerificationMessage: 'Dear {username}: {####}' })
  const { message } = await sent({ ...signUp, pool: own })
  expect(message.text).toBe(`Dear {username}: ${message.code}`)
})

// Links.

const linking = poolWith({ VerificationMessageTemplate: { ...template, DefaultEmailOption: 'CONFIRM_WITH_LINK' } })

test('a pool that confirms by link sends one, with everything the page needs', async () => {
  const odd = { ...user, username: 'ada & "co"/?#+é' }
  const { message } = await sent({ ...signUp, pool: linking, user: odd })
  const link = new URL(message.link ?? '')
  expect(link.href).toMatch(`https://id.example.com/${pool.id}/confirmUser?`)
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: 'client',
    user_name: odd.username,
    confirmation_code: message.code,
  })
  expect(message.subject).toBe('L')
  expect(message.html).toBe(`Go <a href="${link.href.replaceAll('&', '&amp;')}">here</a>`)
  expect(message.text).toBe(`Go here (${link.href})`)
})

test('a link is written in our own words when the pool has none', async () => {
  const own = poolWith({ VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_LINK' } })
  const { message } = await sent({ ...signUp, source: 'CustomMessage_ResendCode', pool: own })
  expect(message.text).toContain(message.link)
})

test.each([
  ['an attribute is verified', { purpose: 'VerifyAttribute:email', source: 'CustomMessage_VerifyUserAttribute' }],
  ['a password was forgotten', { purpose: 'ForgotPassword', source: 'CustomMessage_ForgotPassword' }],
  ['it goes by SMS', bySms],
] as const)('such a pool still sends a code when %s', async (_, change) => {
  const { message } = await sent({ ...signUp, pool: linking, ...change })
  expect(message).not.toHaveProperty('link')
  expect(message.text).toContain(message.code)
})

test('without a client there is nothing a link could name, so a code is sent', async () => {
  const { clientId: _, ...anyone } = signUp
  const { message } = await sent({ ...anyone, pool: linking })
  expect(message).not.toHaveProperty('link')
  expect(message.text).toBe(`E ${message.code}`)
})

// Senders.

test.each([
  [{}, {}],
  [
    { From: 'Ada <id@ada.example>', ReplyToEmailAddress: 'help@ada.example' },
    { from: 'Ada <id@ada.example>', replyTo: 'help@ada.example' },
  ],
  [{ SourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/id@ada.example' }, { from: 'id@ada.example' }],
  [
    { From: 'a@ada.example', SourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/id@ada.example' },
    { from: 'a@ada.example' },
  ],
  [{ SourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/ada.example', ConfigurationSet: 'kept' }, {}],
])('the e-mail configuration %j gives the sender %j', async (EmailConfiguration, sender) => {
  const { message } = await sent({ ...signUp, pool: poolWith({ EmailConfiguration }) })
  expect({ ...(message.from && { from: message.from }), ...(message.replyTo && { replyTo: message.replyTo }) }).toEqual(
    sender,
  )
})

test('a subject stays one line', async () => {
  const own = poolWith({ EmailVerificationSubject: 'One\r\nBcc: eve@example.com\u2028Two\u0000' })
  const { message } = await sent({ ...signUp, pool: own })
  expect(message.subject).toBe('One Bcc: eve@example.com Two')
})

// Refusals.

test.each([
  ['email', 'e-mail'],
  ['phone_number', 'SMS'],
] as const)('a code to %s is refused where no provider takes it', async (attribute, channel) => {
  const nowhere = { carriers: {}, inbox: false }
  await expect(sent({ ...signUp, attribute }, nowhere)).rejects.toMatchObject({
    name: 'CodeDeliveryFailureException',
    message: expect.stringContaining(channel),
  })
})

const LambdaVersion = 'V1_0'
const LambdaArn = 'arn:aws:lambda:us-east-1:000000000000:function:f'

test.each([
  ['CustomMessage', 'email', { CustomMessage: LambdaArn }],
  ['CustomMessage', 'phone_number', { CustomMessage: LambdaArn }],
  ['CustomEmailSender', 'email', { CustomEmailSender: { LambdaVersion, LambdaArn } }],
  ['CustomSMSSender', 'phone_number', { CustomSMSSender: { LambdaVersion, LambdaArn } }],
] as const)('a %s function is not passed over: a code to %s is refused', async (trigger, attribute, LambdaConfig) => {
  await expect(sent({ ...signUp, attribute, pool: poolWith({ LambdaConfig }) })).rejects.toMatchObject({
    name: 'UnexpectedLambdaException',
    message: expect.stringContaining(trigger),
  })
})

test.each([
  ['phone_number', { CustomEmailSender: { LambdaVersion, LambdaArn } }],
  ['email', { CustomSMSSender: { LambdaVersion, LambdaArn } }],
] as const)('a sender function of the other channel does not keep %s from working', async (attribute, LambdaConfig) => {
  const { message } = await sent({ ...signUp, attribute, pool: poolWith({ LambdaConfig }) })
  expect(message.code).toMatch(/^\d{6}$/)
})

test('every code is drawn anew', async () => {
  const purposes: readonly CodePurpose[] = ['ConfirmSignUp', 'ForgotPassword', 'VerifyAttribute:email']
  const codes = await Promise.all(purposes.map(async (purpose) => (await sent({ ...signUp, purpose })).message.code))
  expect(new Set(codes).size).toBe(3)
})
