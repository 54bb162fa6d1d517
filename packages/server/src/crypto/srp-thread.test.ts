import type { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { srpPowersHere } from './srp-powers.ts'
import { srpThread } from './srp-thread.ts'

const exponent = Buffer.of(1, 2, 3)
const expected = new Uint8Array(srpPowersHere().powerOfGenerator(exponent))

test('answers reach those who asked, whatever the order', async () => {
  await using thread = srpThread()
  const exponents = [1, 2, 3, 4, 5].map((last) => Buffer.of(9, last))
  const answers = await Promise.all(exponents.map((each) => thread.powerOfGenerator(each)))
  expect(answers).toEqual(exponents.map((each) => new Uint8Array(srpPowersHere().powerOfGenerator(each))))
})

test('what cannot be computed fails for the one who asked, and the thread goes on', async () => {
  await using thread = srpThread()
  const failing = thread.powerOfGenerator(undefined as unknown as Uint8Array)
  const fine = thread.powerOfGenerator(exponent)
  await expect(failing).rejects.toThrow('TypeError')
  expect(await fine).toEqual(expected)
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
