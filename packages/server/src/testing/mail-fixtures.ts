import type { Message } from '../domain/message.ts'
import type { Pool, PoolSettings } from '../domain/pool.ts'
import type { User } from '../domain/user.ts'

export function poolWith(settings: Partial<PoolSettings> = {}): Pool {
  const settled = { PoolName: 'people', ...settings }
  const times = { createdAt: 0, modifiedAt: 0 }
  return {
    id: 'us-east-1_abcdefghi',
    account: '000000000000',
    region: 'us-east-1',
    settings: settled,
    ...times,
    version: 1,
  }
}

export function userWith(username: string, attributes: User['attributes'] = {}): User {
  return {
    poolId: 'us-east-1_abcdefghi',
    sub: '3d0c5f0e-57c4-4c4e-a6a4-0b6f6a8f7d11',
    username,
    status: 'UNCONFIRMED',
    enabled: true,
    attributes,
    pendingAttributes: {},
    credentials: { formerPasswords: [] },
    createdAt: 0,
    modifiedAt: 0,
    version: 1,
  }
}

/** A mail that is of use for a day from `now` on. */
export function mailTo(to: string, now: number): Message {
  return {
    channel: 'email',
    to,
    source: 'CustomMessage_SignUp',
    subject: 'Your verification code',
    text: 'Use the code 123456 to go on.',
    html: 'Use the code <b>123456</b> to go on.',
    code: '123456',
    expiresAt: now + 86_400_000,
  }
}
