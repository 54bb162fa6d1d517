import { expect, test } from 'vitest'
import { smtpSettings } from './smtp-settings.ts'

test.each([
  ['smtp://mail.example.com', { host: 'mail.example.com', port: 587, tls: 'STARTTLS' }],
  ['smtp://mail.example.com:25', { host: 'mail.example.com', port: 25, tls: 'STARTTLS' }],
  ['smtps://mail.example.com', { host: 'mail.example.com', port: 465, tls: 'from the start' }],
  ['smtp://localhost:1025', { host: 'localhost', port: 1025, tls: 'none' }],
  ['smtp://mail.localhost:1025', { host: 'mail.localhost', port: 1025, tls: 'none' }],
  ['smtp://127.0.0.1:1025', { host: '127.0.0.1', port: 1025, tls: 'none' }],
  ['smtp://[::1]:1025', { host: '::1', port: 1025, tls: 'none' }],
  ['smtps://localhost', { host: 'localhost', port: 465, tls: 'from the start' }],
  ['smtp://localhost.example.com', { host: 'localhost.example.com', port: 587, tls: 'STARTTLS' }],
] as const)('%s is read as it says', (url, settings) => {
  expect(smtpSettings(url)).toEqual(settings)
})

test('user and password are percent-decoded, and the sender is taken from the query', () => {
  expect(
    smtpSettings('smtps://ada%40example.com:p%3Ass%2Fword@mail.example.com?from=Cognate%20%3Cid@example.com%3E'),
  ).toEqual({
    host: 'mail.example.com',
    port: 465,
    tls: 'from the start',
    auth: { user: 'ada@example.com', pass: 'p:ss/word' },
    from: 'Cognate <id@example.com>',
  })
})

test.each(['mail.example.com', 'http://mail.example.com', 'smtp://', 'smtp://:pass@', ''])(
  'what is not the address of a mail server is refused: %s',
  (url) => {
    expect(() => smtpSettings(url)).toThrow('The SMTP URL must look like')
  },
)

test('a setting that could weaken the connection unseen is refused, and so is a password for nobody', () => {
  expect(() => smtpSettings('smtp://mail.example.com?ignoreTLS=true')).toThrow('"ignoreTLS"')
  expect(() => smtpSettings('smtp://:secret@mail.example.com')).toThrow('no user')
})

test.each(['nobody', '@example.com', 'Ada <ada>', 'a@b c'])('a sender that is no address is refused: %s', (from) => {
  expect(() => smtpSettings(`smtp://mail.example.com?from=${encodeURIComponent(from)}`)).toThrow('e-mail address')
})

test('a refusal never repeats the password', () => {
  const refusal = (url: string) => {
    try {
      smtpSettings(url)
      return ''
    } catch (error) {
      return String(error)
    }
  }
  for (const url of [
    'ftp://ada:hunter2@mail.example.com',
    'smtp://:hunter2@mail.example.com',
    'smtp://ada:hunter2%@mail.example.com',
  ]) {
    expect(refusal(url)).toMatch(/^Error: .*SMTP URL/)
    expect(refusal(url)).not.toContain('hunter2')
  }
})
