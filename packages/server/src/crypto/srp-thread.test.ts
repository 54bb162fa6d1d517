import type { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { srpPowersHere } from './srp-powers.ts'
import { srpThread } from './srp-thread.ts'

const exponent = Buffer.of(1, 2, 3)
const expected = srpPowersHere().powerOfGenerator(exponent)

test('answers reach those who asked, whatever the order', async () => {
  await using thread = srpThread()
  const exponents = [1, 2, 3, 4, 5].map((last) => Buffer.of(9, last))
  const answers = await Promise.all(exponents.map((each) => thread.powerOfGenerator(each)))
  expect(answers).toEqual(exponents.map((each) => srpPowersHere().powerOfGenerator(each)))
})

test('what cannot be computed fails for the one who asked, and the thread goes on', async () => {
  const workers: Worker[] = []
  process.once('worker', (worker) => workers.push(worker))
  await using thread = srpThread()
  await thread.powerOfGenerator(exponent)
  // No bytes are known that have no power, so the second question is spoilt on its way.
  workers[0]?.postMessage({ id: 2, operands: [7] })
  await expect(thread.powerOfGenerator(exponent)).rejects.toThrow('TypeError')
  expect(await thread.powerOfGenerator(exponent)).toEqual(expected)
})

test('when the thread dies, what was asked fails, and the next question starts another', async () => {
  const workers: Worker[] = []
  process.once('worker', (worker) => workers.push(worker))
  await using thread = srpThread()
  expect(await thread.powerOfGenerator(exponent)).toEqual(expected)
  // Ended first and asked in the same turn: asked first, a quick thread would have answered before its end.
  const ended = workers[0]?.terminate()
  await expect(thread.powerOfGenerator(exponent)).rejects.toThrow('The SRP thread has ended')
  await ended
  expect(await thread.powerOfGenerator(exponent)).toEqual(expected)
})
