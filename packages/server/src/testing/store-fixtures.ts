import { systemRandom } from '../ambient/random.ts'
import type { Device } from '../domain/device.ts'
import type { Group } from '../domain/group.ts'
import type { AppClient, Pool } from '../domain/pool.ts'
import type { Code, OutboxMessage, Session } from '../domain/session.ts'
import type { User } from '../domain/user.ts'

/** Things to store, each different from the others; what a test cares for it names. */
export function aPool(over: Partial<Pool> = {}): Pool {
  const id = `us-east-1_${uniqueText(9)}`
  return {
    id,
    account: '000000000000',
    region: 'us-east-1',
    settings: { PoolName: 'people' },
    createdAt: 1,
    modifiedAt: 2,
    version: 1,
    ...over,
  }
}

export function aClient(poolId: string, over: Partial<AppClient> = {}): AppClient {
  return {
    id: uniqueText(26),
    poolId,
    settings: { ClientName: 'app' },
    createdAt: 1,
    modifiedAt: 2,
    version: 1,
    ...over,
  }
}

export function aUser(poolId: string, over: Partial<User> = {}): User {
  const sub = systemRandom.uuid()
  return {
    poolId,
    sub,
    username: sub,
    status: 'UNCONFIRMED',
    enabled: true,
    attributes: {},
    pendingAttributes: {},
    credentials: { password: { kind: 'srp', salt: '0a', secret: 'sealed' }, formerPasswords: [] },
    createdAt: 1,
    modifiedAt: 2,
    version: 1,
    ...over,
  }
}

export function aGroup(poolId: string, over: Partial<Group> = {}): Group {
  return {
    poolId,
    id: systemRandom.uuid(),
    name: uniqueText(9),
    settings: {},
    createdAt: 1,
    modifiedAt: 2,
    version: 1,
    ...over,
  }
}

export function aSession(user: User, over: Partial<Session> = {}): Session {
  return {
    poolId: user.poolId,
    sub: user.sub,
    id: systemRandom.uuid(),
    clientId: 'client',
    originJti: systemRandom.uuid(),
    authenticatedAt: 1000,
    expiresAt: 2000,
    generation: 0,
    ...over,
  }
}

export function aDevice(user: User, over: Partial<Device> = {}): Device {
  return {
    poolId: user.poolId,
    sub: user.sub,
    key: `us-east-1_${systemRandom.uuid()}`,
    salt: '0a',
    sealedVerifier: 'sealed',
    remembered: false,
    address: '192.0.2.1',
    createdAt: 1,
    modifiedAt: 2,
    authenticatedAt: 3,
    ...over,
  }
}

export function aCode(user: User, over: Partial<Code> = {}): Code {
  return {
    poolId: user.poolId,
    sub: user.sub,
    purpose: 'ConfirmSignUp',
    digest: uniqueText(20),
    attribute: 'email',
    value: 'ada@example.com',
    createdAt: 1000,
    expiresAt: 2000,
    ...over,
  }
}

export function aMessage(over: Partial<OutboxMessage> = {}): OutboxMessage {
  return {
    id: systemRandom.uuid(),
    recipientDigest: uniqueText(20),
    channel: 'email',
    sealedPayload: 'sealed',
    createdAt: 1000,
    dueAt: 1000,
    attempts: 0,
    state: 'waiting',
    ...over,
  }
}

export function uniqueText(length: number): string {
  return systemRandom.text(length, 'abcdefghijklmnopqrstuvwxyz0123456789')
}
