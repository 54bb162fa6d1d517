import { expect, test } from 'vitest'
import { peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

type People = Awaited<ReturnType<typeof peopleIn>>

const vouch = ({ call, UserPoolId }: People, Username: string) => call('AdminConfirmSignUp', { UserPoolId, Username })

test('confirms without a code and proves no address', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['email'] } })
  await people.signUp('ada')
  expect(await vouch(people, 'ada')).toEqual({})
  expect(await people.statusOf('ada')).toBe('CONFIRMED')
  expect((await people.attributesOf('ada'))['email_verified']).not.toBe('true')
  expect((await people.signIn('ada')).AccessToken).not.toBe('')
  expect(await refusedWith(people.statusOf('ada@example.com'))).toBe('UserNotFoundException: User does not exist.')
})

test('brings a preferred username into force, unless somebody has it', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['preferred_username'] } })
  await people.signUp('ada', { preferred_username: 'countess' })
  await people.signUp('eve', { preferred_username: 'countess' })
  await vouch(people, 'ada')
  expect(await people.statusOf('countess')).toBe('CONFIRMED')
  expect(await refusedWith(vouch(people, 'eve'))).toBe(
    'InvalidParameterException: An account with the given preferred_username already exists.',
  )
  expect(await people.statusOf('eve')).toBe('UNCONFIRMED')
})

test('refuses who is confirmed already, who is not there, and a pool that is not', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  expect(await refusedWith(vouch(people, 'ada'))).toBe(
    'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
  )
  expect(await refusedWith(vouch(people, 'nobody'))).toBe('UserNotFoundException: User does not exist.')
  const elsewhere = people.call('AdminConfirmSignUp', { UserPoolId: 'us-east-1_none', Username: 'ada' })
  expect(await refusedWith(elsewhere)).toBe('ResourceNotFoundException: User pool us-east-1_none does not exist.')
})

test('refuses where a function would have taken part', async () => {
  const PostConfirmation = 'arn:aws:lambda:us-east-1:000000000000:function:greet'
  await using people = await peopleIn({ pool: { LambdaConfig: { PostConfirmation } } })
  await people.signUp('ada')
  expect(await refusedWith(vouch(people, 'ada'))).toContain('UnexpectedLambdaException: PostConfirmation')
})
