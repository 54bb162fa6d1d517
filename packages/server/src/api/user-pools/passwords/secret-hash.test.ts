import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { goodPassword } from '../../../testing/good-password.ts'
import { peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

const Username = 'ada'
const inputs = {
  ResendConfirmationCode: { Username },
  ConfirmSignUp: { Username, ConfirmationCode: '123456' },
  ForgotPassword: { Username },
  ConfirmForgotPassword: { Username, ConfirmationCode: '123456', Password: goodPassword },
} as const

test.each(Object.keys(inputs) as readonly (keyof typeof inputs)[])(
  'for a client with a secret %s wants the name signed with it, before it looks for anybody',
  async (name) => {
    await using people = await peopleIn({ client: { GenerateSecret: true } })
    const { ClientId, UserPoolId } = people
    const { UserPoolClient } = await people.call('DescribeUserPoolClient', { UserPoolId, ClientId })
    const signed = (user: string) =>
      createHmac('sha256', UserPoolClient?.ClientSecret ?? '')
        .update(user + ClientId)
        .digest('base64')
    const call = (SecretHash?: string) =>
      refusedWith(people.call(name, { ClientId, ...inputs[name], ...(SecretHash && { SecretHash }) }))
    expect(await call()).toBe(
      `NotAuthorizedException: Client ${ClientId} is configured with secret but SECRET_HASH was not received`,
    )
    expect(await call(signed('eve'))).toBe(
      `NotAuthorizedException: Unable to verify secret hash for client ${ClientId}`,
    )
    expect(await call(signed(Username))).toBe('UserNotFoundException: Username/client id combination not found.')
  },
)
