import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { selfSigned } from '../http/testing/self-signed.ts'
import { mailTo } from '../testing/mail-fixtures.ts'
import { mailServer } from '../testing/mail-server.ts'
import type { SmtpSettings } from './smtp-settings.ts'
import { smtp } from './smtp.ts'

const createdAt = Date.UTC(2026, 0, 1)
const message = mailTo('ada@example.com', createdAt)
const parcel = { id: '0b8f6d1c', createdAt, message }

const system = getCACertificates('default')
afterEach(() => setDefaultCACertificates(system))

async function scene(options: SMTPServerOptions = {}, settings: Partial<SmtpSettings> = {}) {
  const server = await mailServer(options)
  const delivery = smtp({ host: '127.0.0.1', port: server.port, tls: 'none', ...settings }, 'no-reply@id.example.com')
  return {
    server,
    delivery,
    async [Symbol.asyncDispose]() {
      await delivery[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

test('a mail arrives as HTML with a text alternative, from the server’s own sender', async () => {
  await using there = await scene()
  expect(await there.delivery.deliver(parcel)).toBe('sent')
  const [mail] = there.server.mails
  expect(mail).toMatchObject({ from: 'no-reply@id.example.com', to: ['ada@example.com'] })
  expect(mail?.read.subject).toBe('Your verification code')
  expect(mail?.read.text?.trim()).toBe(message.text)
  expect(mail?.read.html?.trim()).toBe(message.html)
  expect(mail?.read.date).toBe('2026-01-01T00:00:00.000Z')
  expect(mail?.raw).toContain('Auto-Submitted: auto-generated')
})

test('every try of a message has the same Message-ID', async () => {
  await using there = await scene()
  await there.delivery.deliver(parcel)
  await there.delivery.deliver(parcel)
  const ids = there.server.mails.map(({ read }) => read.messageId)
  expect(ids).toEqual(['<0b8f6d1c@id.example.com>', '<0b8f6d1c@id.example.com>'])
})

test('the pool’s own sender and reply address are used', async () => {
  await using there = await scene()
  const own = { from: 'Ada & Söhne <id@ada.example>', replyTo: 'help@ada.example' }
  await there.delivery.deliver({ ...parcel, message: { ...message, ...own } })
  const [mail] = there.server.mails
  expect(mail?.from).toBe('id@ada.example')
  expect(mail?.read.from).toMatchObject({ name: 'Ada & Söhne', address: 'id@ada.example' })
  expect(mail?.read.replyTo).toMatchObject([{ address: 'help@ada.example' }])
})

test('nothing that is filled in begins another header or names another recipient', async () => {
  await using there = await scene()
  const lineBreak = '\r\nBcc: eve@example.com\r\n\r\nbody'
  const hostile = {
    subject: `Hi${lineBreak}`,
    from: `Ada${lineBreak} <id@ada.example>`,
    replyTo: `Help${lineBreak} <help@ada.example>`,
  }
  await there.delivery.deliver({ ...parcel, message: { ...message, ...hostile } })
  const [mail] = there.server.mails
  expect(mail?.to).toEqual(['ada@example.com'])
  expect(mail?.read.headers.map(({ key }) => key)).not.toContain('bcc')
  expect(mail?.read.text?.trim()).toBe(message.text)
})

test('two addresses in one recipient reach nobody', async () => {
  await using there = await scene()
  const two = { ...message, to: 'ada@example.com, eve@example.com' }
  await there.delivery.deliver({ ...parcel, message: two }).catch(() => 'thrown')
  expect(there.server.mails.flatMap(({ to }) => to)).not.toContain('eve@example.com')
})

test('user and password are shown to a server that asks for them', async () => {
  const onAuth: SMTPServerOptions['onAuth'] = ({ username, password }, _, done) =>
    username === 'ada' && password === 'p:ss' ? done(null, { user: username }) : done(new Error('No'))
  const strict = { onAuth, authOptional: false, allowInsecureAuth: true }
  await using right = await scene(strict, { auth: { user: 'ada', pass: 'p:ss' } })
  expect(await right.delivery.deliver(parcel)).toBe('sent')
  expect(right.server.mails[0]?.user).toBe('ada')
  await using wrong = await scene(strict, { auth: { user: 'ada', pass: 'wrong' } })
  await expect(wrong.delivery.deliver(parcel)).rejects.toMatchObject({ code: 'EAUTH' })
})

test.each(['from the start', 'STARTTLS'] as const)(
  'a server whose certificate is trusted is spoken to by TLS: %s',
  async (way) => {
    const tls = selfSigned()
    setDefaultCACertificates([tls.cert])
    await using there = await scene({ ...tls, secure: way === 'from the start', disabledCommands: [] }, { tls: way })
    expect(await there.delivery.deliver(parcel)).toBe('sent')
    expect(there.server.mails[0]?.secure).toBe(true)
  },
)

test.each(['from the start', 'STARTTLS'] as const)(
  'a server whose certificate is not trusted gets nothing: %s',
  async (way) => {
    await using there = await scene(
      { ...selfSigned(), secure: way === 'from the start', disabledCommands: [] },
      { tls: way },
    )
    await expect(there.delivery.deliver(parcel)).rejects.toThrow(/certificate/)
    expect(there.server.mails).toEqual([])
  },
)

test('a server that does not offer STARTTLS where it is demanded gets nothing', async () => {
  await using there = await scene({ disabledCommands: ['STARTTLS'] }, { tls: 'STARTTLS' })
  await expect(there.delivery.deliver(parcel)).rejects.toThrow(/STARTTLS|TLS/i)
  expect(there.server.mails).toEqual([])
})

const failure = (responseCode: number) => Object.assign(new Error('No'), { responseCode })

test('a recipient that is refused for good is told apart from one that is refused for now', async () => {
  await using forGood = await scene({ onRcptTo: (_, __, done) => done(failure(550)) })
  expect(await forGood.delivery.deliver(parcel)).toBe('refused')
  await using forNow = await scene({ onRcptTo: (_, __, done) => done(failure(450)) })
  await expect(forNow.delivery.deliver(parcel)).rejects.toMatchObject({ responseCode: 450 })
})

test('a sender that is refused can be put right, so the message is not given up', async () => {
  await using there = await scene({ onMailFrom: (_, __, done) => done(failure(550)) })
  await expect(there.delivery.deliver(parcel)).rejects.toMatchObject({ responseCode: 550 })
})

test('a mail to a server that hangs is given up at once', async () => {
  const reached = Promise.withResolvers<void>()
  await using there = await scene({ onMailFrom: () => reached.resolve() })
  const delivered = there.delivery.deliver(parcel)
  await reached.promise
  there.delivery.giveUp()
  await expect(delivered).rejects.toThrow(/abort/i)
})

test('a server that is not there is a failure for now', async () => {
  const { port, ...server } = await mailServer()
  await server[Symbol.asyncDispose]()
  await using delivery = smtp({ host: '127.0.0.1', port, tls: 'none' }, 'no-reply@id.example.com')
  await expect(delivery.deliver(parcel)).rejects.toMatchObject({ code: 'ESOCKET' })
})
