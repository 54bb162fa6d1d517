import { expect, test } from 'vitest'
import { withoutSecrets } from './without-secrets.ts'

test('a text is told without its secrets, and none leaves a rest of another', () => {
  expect(withoutSecrets('it was Passw0rd! again', ['Pass', 'Passw0rd!'])).toBe('it was [masked] again')
})

test('a secret is found as it stands in JSON', () => {
  expect(withoutSecrets(JSON.stringify({ got: 'a"b\\c!d' }), ['a"b\\c!d'])).toBe('{"got":"[masked]"}')
})

test('no beginning of a secret stays where a text is cut', () => {
  const secret = 'Correct-Horse-9'
  expect(withoutSecrets(`${'x'.repeat(2040)}${secret}`, [secret])).not.toContain('Corr')
  expect(withoutSecrets(`${secret.repeat(140).slice(0, 2048)}.`, [secret])).not.toContain('Corr')
})
