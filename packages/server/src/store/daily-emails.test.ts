import { expect } from 'vitest'
import { sharedStoreTest, storeTest } from '../testing/every-store.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import { uniqueText } from '../testing/store-fixtures.ts'
import type { EmailCount } from './quota-store.ts'
import type { Store } from './store.ts'

const aPlace = () => ({ account: uniqueText(12), region: 'us-east-1' })
type Place = ReturnType<typeof aPlace>

const hour = 3_600_000
const today = { now: 8 * hour, endsAt: 9 * hour, limit: 3 }
const tomorrow = { ...today, now: 9 * hour, endsAt: 33 * hour }

/** How many of so many that are counted at once are let through. */
async function counted(times: number, place: Place, count: EmailCount, stores: readonly Store[]): Promise<number> {
  const counting = Array.from({ length: times }, (_, at) =>
    stores
      .slice(at % stores.length)
      .slice(0, 1)
      .map(({ quotas, decide }) => decide([quotas.countEmail(place, count, () => new Error('too many'))])),
  )
  const answers = await Promise.all(counting.flat().map(refusalOf))
  expect(new Set([...answers, 'Error: too many', 'accepted']).size).toBe(2)
  return answers.filter((answer) => answer === 'accepted').length
}

storeTest('e-mails are counted until their day ends, in their account and Region alone', async (store) => {
  const place = aPlace()
  expect(await counted(5, place, today, [store])).toBe(3)
  expect(await counted(1, place, { ...today, now: today.endsAt - 1 }, [store])).toBe(0)
  expect(await counted(1, { ...place, region: 'eu-west-1' }, today, [store])).toBe(1)
  expect(await counted(1, aPlace(), today, [store])).toBe(1)
  expect(await counted(5, place, tomorrow, [store])).toBe(3)
})

storeTest('a limit that is raised gives the difference, and one that is lowered nothing', async (store) => {
  const place = aPlace()
  expect(await counted(5, place, today, [store])).toBe(3)
  expect(await counted(5, place, { ...today, limit: 5 }, [store])).toBe(2)
  expect(await counted(1, place, { ...today, limit: 1 }, [store])).toBe(0)
})

storeTest('an e-mail too many takes back all that was decided with it', async ({ quotas, decide }) => {
  const place = aPlace()
  const count = () => quotas.countEmail(place, { ...today, limit: 1 }, () => new Error('too many'))
  await decide([quotas.set(place, 'UserRead', 1), count()])
  await expect(decide([quotas.set(place, 'UserRead', 2), count()])).rejects.toThrow('too many')
  expect(await quotas.find(place, 'UserRead')).toBe(1)
})

storeTest('a clock that was wrong once, far ahead, keeps nobody’s e-mail back until then', async (store) => {
  const place = aPlace()
  expect(await counted(5, place, { ...today, now: 900 * hour, endsAt: 921 * hour }, [store])).toBe(3)
  expect(await counted(5, place, today, [store])).toBe(3)
})

storeTest('a node that is seconds behind counts in the day that the others have reached', async (store) => {
  const place = aPlace()
  expect(await counted(2, place, tomorrow, [store])).toBe(2)
  expect(await counted(5, place, { ...today, now: today.endsAt - 3000 }, [store])).toBe(1)
})

sharedStoreTest('nodes that count at once never exceed the limit together', async (place) => {
  await using first = await place.open()
  await using second = await place.open()
  const account = aPlace()
  expect(await counted(40, account, { ...today, limit: 10 }, [first, second])).toBe(10)
  expect(await counted(40, account, { ...tomorrow, limit: 10 }, [first, second])).toBe(10)
})
