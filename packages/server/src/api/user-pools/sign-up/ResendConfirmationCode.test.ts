import { expect, test } from 'vitest'
import { peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

type People = Awaited<ReturnType<typeof peopleIn>>

const resend = ({ call, ClientId }: People, Username: string) => call('ResendConfirmationCode', { ClientId, Username })
const confirm = ({ call, ClientId }: People, Username: string, ConfirmationCode: string) =>
  call('ConfirmSignUp', { ClientId, Username, ConfirmationCode })

const hiding = { PreventUserExistenceErrors: 'ENABLED' } as const
const mismatch = 'CodeMismatchException: Invalid verification code provided, please try again.'
const tooMany = 'LimitExceededException: Attempt limit exceeded, please try after some time.'

test('a new code comes, and the older one is worth nothing from then on', async () => {
  await using people = await peopleIn()
  await people.signUp('ada')
  const older = await people.codeTo('ada@example.com')
  const { CodeDeliveryDetails } = await resend(people, 'ada')
  expect(CodeDeliveryDetails).toEqual({ AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' })
  const [newest] = await people.inbox('ada@example.com')
  expect(newest?.source).toBe('CustomMessage_ResendCode')
  // One time in a million both codes are the same.
  const answer = older === newest?.code ? mismatch : await refusedWith(confirm(people, 'ada', older))
  expect(answer).toBe(mismatch)
  await confirm(people, 'ada', newest?.code ?? '')
})

test('five an hour, and no more', async () => {
  await using people = await peopleIn()
  await people.signUp('ada')
  for (let time = 0; time < 5; time++) await resend(people, 'ada')
  expect(await refusedWith(resend(people, 'ada'))).toBe(tooMany)
  expect(await people.inbox('ada@example.com')).toHaveLength(6)
})

test('who is confirmed, disabled or not there is told so', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  expect(await refusedWith(resend(people, 'ada'))).toBe('InvalidParameterException: User is already confirmed.')
  expect(await refusedWith(resend(people, 'nobody'))).toBe(
    'UserNotFoundException: Username/client id combination not found.',
  )
  await people.signUp('grace')
  await people.call('AdminDisableUser', { UserPoolId: people.UserPoolId, Username: 'grace' })
  expect(await refusedWith(resend(people, 'grace'))).toBe('NotAuthorizedException: User is disabled.')
})

test('a pool that verifies nothing, or somebody without the address, cannot be sent a code', async () => {
  const refusal = 'InvalidParameterException: Cannot resend codes. Auto verification not turned on.'
  await using unverifying = await peopleIn({ pool: { AutoVerifiedAttributes: [] } })
  await unverifying.signUp('ada')
  expect(await refusedWith(resend(unverifying, 'ada'))).toBe(refusal)
  await using people = await peopleIn()
  await people.signUp('ada', {})
  expect(await refusedWith(resend(people, 'ada'))).toBe(refusal)
})

test('where existence is hidden, nobody gets the same stable answer as somebody, and is counted the same', async () => {
  await using people = await peopleIn({ client: hiding })
  const first = await resend(people, 'nobody')
  expect(first.CodeDeliveryDetails).toMatchObject({ AttributeName: 'email', DeliveryMedium: 'EMAIL' })
  expect(first.CodeDeliveryDetails?.Destination).toMatch(/^[a-z]\*\*\*@[a-z]\*\*\*$/)
  for (let time = 0; time < 4; time++) expect(await resend(people, 'nobody')).toEqual(first)
  expect(await refusedWith(resend(people, 'nobody'))).toBe(tooMany)
})

test('after a code that was not sent, a wrong one is as wrong as any', async () => {
  await using people = await peopleIn({ client: hiding })
  await people.signedUp('ada')
  for (const name of ['nobody', 'ada']) {
    await resend(people, name)
    expect(await refusedWith(confirm(people, name, '123456'))).toBe(mismatch)
  }
  expect(await people.inbox('ada@example.com')).toHaveLength(1)
})

test('a name that is an address is shown masked, as it would be for somebody', async () => {
  await using people = await peopleIn({ client: hiding, pool: { UsernameAttributes: ['email'] } })
  await people.signUp('zoe@example.com', {})
  expect(await resend(people, 'zed@example.com')).toEqual(await resend(people, 'zoe@example.com'))
})

test('refuses where a function would have written the message, whoever asks', async () => {
  const CustomMessage = 'arn:aws:lambda:us-east-1:000000000000:function:write'
  await using people = await peopleIn({ client: hiding, pool: { LambdaConfig: { CustomMessage } } })
  expect(await refusedWith(resend(people, 'nobody'))).toContain('UnexpectedLambdaException: CustomMessage')
})
