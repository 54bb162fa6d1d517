import { expect, test } from 'vitest'
import { turnsOfProcess } from './turns.ts'

test('who asks for the next event before it has answered is not free: its time goes on', async () => {
  const turns = turnsOfProcess()
  turns.asks()
  const answered = turns.begin('e-1')
  turns.asks()
  const free = turns.free()
  expect(await Promise.race([free, Promise.resolve('busy')])).toBe('busy')
  turns.answers('e-1', { kind: 'answered', payload: '1' })
  turns.asks()
  expect(await answered).toEqual({ kind: 'answered', payload: '1' })
  expect(await free).toBe(true)
})

test('an answer is taken once, and of the event that is handled alone', async () => {
  const turns = turnsOfProcess()
  const first = turns.begin('e-1')
  turns.answers('e-1', { kind: 'answered', payload: '1' })
  const second = turns.begin('e-2')
  turns.answers('e-1', { kind: 'answered', payload: 'late' })
  turns.answers('e-2', { kind: 'answered', payload: '2' })
  expect([await first, await second]).toEqual([
    { kind: 'answered', payload: '1' },
    { kind: 'answered', payload: '2' },
  ])
})
