import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { keepLog } from './function-log.ts'

function scene() {
  const lines: unknown[] = []
  const floods: string[] = []
  const stream = new PassThrough()
  const nothing = () => {}
  const log = { debug: (_: string, facts?: object) => lines.push(facts), info: nothing, warn: nothing, error: nothing }
  const kept = keepLog([stream], { name: 'f', log, onFlood: () => void floods.push('flood') })
  return { lines, floods, kept, print: (text: string) => stream.emit('data', Buffer.from(text)) }
}

const payload = JSON.stringify({
  userName: 'ada-lovelace',
  triggerSource: 'PreSignUp_SignUp',
  request: { userAttributes: { email: 'ada@example.com', given_name: 'Augusta', email_verified: 'true' }, code: '12' },
})

test('what a function prints is in the log, without what its event said of a person', () => {
  const { lines, kept, print } = scene()
  kept.about(payload)
  print('PreSignUp_SignUp of Augusta ada-lovelace true\nmailed other@example.org and +3612345678\n')
  expect(lines).toEqual([
    { function: 'f', line: 'PreSignUp_SignUp of *** *** true' },
    { function: 'f', line: 'mailed *** and ***' },
  ])
})

test('the names of packages are not addresses', () => {
  const { lines, print } = scene()
  print('at /a/node_modules/@aws-sdk/client.js:12')
  expect(lines).toEqual([{ function: 'f', line: 'at /a/node_modules/@aws-sdk/client.js:12' }])
})

test('of much that is printed for an event, the beginning is kept; of too much, somebody is told', () => {
  const { lines, floods, kept, print } = scene()
  print('a'.repeat(70_000))
  print('more')
  expect(lines).toEqual([{ function: 'f', line: 'a'.repeat(2000) }])
  kept.about(payload)
  print('again')
  expect(lines).toHaveLength(2)
  expect(floods).toEqual([])
  print('a'.repeat(17 * 1024 * 1024))
  expect(floods).toEqual(['flood'])
})
