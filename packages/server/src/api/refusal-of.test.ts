import { PassThrough } from 'node:stream'
import { WireError } from '@cognate/wire/wire-error.ts'
import { expect, test } from 'vitest'
import { logTo } from '../ambient/log.ts'
import { Refusal } from '../domain/refusal.ts'
import { Contention } from '../store/settled.ts'
import { StorageFailure } from '../store/storage-failure.ts'
import { UnstorableText } from '../store/unstorable-text.ts'
import { refusalOf } from './refusal-of.ts'

const call = { operation: 'SignUp', requestId: 'r-1' }

function told(error: unknown, declared: readonly string[] = []) {
  const lines = new PassThrough()
  const answer = refusalOf(error, { ...call, declared }, { log: logTo(lines, 'debug') })
  return { answer, logged: String(lines.read() ?? '') }
}

test.each([
  [new Refusal('CodeMismatchException', 'No.'), 'CodeMismatchException', 'No.'],
  [new WireError('SerializationException', 'No JSON.'), 'SerializationException', 'No JSON.'],
  [new UnstorableText(), 'InvalidParameterException', 'Text must not contain U+0000.'],
])('%s is the caller’s affair: status 400, and nothing in the log', (error, name, message) => {
  expect(told(error)).toEqual({ answer: { name, message, status: 400 }, logged: '' })
})

test('who loses against others too often is told to come back, by the name that the operation has for it', () => {
  expect(told(new Contention('busy'))).toEqual({
    answer: { name: 'TooManyRequestsException', message: 'Rate exceeded', status: 400, retryAfterSeconds: 1 },
    logged: '',
  })
  const { answer } = told(new Contention('busy'), ['TooManyRequestsException', 'ConcurrentModificationException'])
  expect(answer).toMatchObject({ name: 'ConcurrentModificationException', status: 400 })
})

test.each([
  new Error('secret of ada@example.com'),
  new TypeError('secret of ada@example.com'),
  new Error('secret of\n    at ada@example.com'),
  'secret of ada@example.com',
  { secret: 'ada@example.com' },
  undefined,
])('anything else is told to nobody (%#), and the log says where it happened and not about whom', (error) => {
  const { answer, logged } = told(error)
  expect(answer).toEqual({
    name: 'InternalErrorException',
    message: 'Something went wrong. Please try again.',
    status: 500,
  })
  expect(JSON.parse(logged)).toMatchObject({ event: 'call failed', operation: 'SignUp', requestId: 'r-1' })
  expect(logged).not.toContain('ada@example.com')
})

test('of a store that fails, the log says what ails it', () => {
  const cause = Object.assign(new Error('too many connections'), { code: '53300' })
  expect(told(new StorageFailure('no', { cause })).logged).toContain('"reason":"53300"')
})

test('the log names the place in this program, without the machine’s directories', () => {
  const { logged } = told(new Error('no'))
  expect(logged).toContain('refusal-of.test.ts')
  expect(logged).not.toContain(import.meta.dirname)
})
