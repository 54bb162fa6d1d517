import { expect, test } from 'vitest'
import { readInbox } from '../../outbox/read-inbox.ts'
import { poolWith, userWith } from '../../testing/mail-fixtures.ts'
import { mailWorld } from '../../testing/mail-world.ts'
import { invitation, type InvitationOccasion } from './invitation.ts'

const user = userWith('ada', { email: 'ada@example.com', phone_number: '+15555550142' })
const occasion: InvitationOccasion = { pool: poolWith(), user, temporaryPassword: 'P<a>s&"s1', channels: ['email'] }

async function sent(changes: Partial<InvitationOccasion>) {
  const world = await mailWorld()
  await world.store.decide(await invitation({ ...occasion, ...changes }, world))
  return (await readInbox(undefined, world)).map(({ message }) => message)
}

test('an invitation carries the user name and the temporary password, escaped where it is HTML', async () => {
  const [mail] = await sent({ user: { ...user, username: '<img src=x>' } })
  expect(mail).toMatchObject({ channel: 'email', to: 'ada@example.com', source: 'CustomMessage_AdminCreateUser' })
  expect(mail?.html).toContain('P&lt;a&gt;s&amp;&quot;s1')
  expect(mail?.html).toContain('&lt;img src=x&gt;')
  expect(mail?.text).toContain('P<a>s&"s1')
  expect(mail?.text).toContain('<img src=x>')
  expect(mail?.code).toBe('P<a>s&"s1')
})

test('the pool’s own template is used', async () => {
  const InviteMessageTemplate = {
    EmailSubject: 'Welcome {username}',
    EmailMessage: '{username} / {####}',
    SMSMessage: '{username}: {####}',
  }
  const pool = poolWith({ AdminCreateUserConfig: { InviteMessageTemplate } })
  const messages = await sent({ pool, channels: ['email', 'sms'], temporaryPassword: 'secret' })
  expect(messages).toHaveLength(2)
  expect(messages).toContainEqual(expect.objectContaining({ subject: 'Welcome ada', html: 'ada / secret' }))
  expect(messages).toContainEqual(expect.objectContaining({ channel: 'sms', to: '+15555550142', text: 'ada: secret' }))
})

test('what is filled in is never read as a template', async () => {
  const [mail] = await sent({ user: { ...user, username: '{####}' }, temporaryPassword: '{username}$&' })
  expect(mail?.text).toContain('user name is {####},')
  expect(mail?.text).toContain('{username}$&')
})

test('where people sign in by address, the invitation names that and not the UUID', async () => {
  const [mail] = await sent({
    pool: poolWith({ UsernameAttributes: ['email'] }),
    user: { ...user, username: user.sub },
  })
  expect(mail?.text).toContain('ada@example.com')
  expect(mail?.text).not.toContain(user.sub)
})

test('no channel, no message', async () => {
  expect(await sent({ channels: [] })).toEqual([])
})

test('a channel that the user has no address for is refused', async () => {
  await expect(sent({ user: userWith('ada'), channels: ['sms'] })).rejects.toMatchObject({
    name: 'InvalidParameterException',
  })
})

test('a channel that leads nowhere is refused', async () => {
  const world = await mailWorld({ carriers: {}, inbox: false })
  await expect(invitation(occasion, world)).rejects.toThrow('e-mail')
})
