import { openPostgresStore } from '../store/open-postgres-store.ts'
import { openSqliteStore } from '../store/open-sqlite-store.ts'
import { aUser } from './store-fixtures.ts'

// A process of its own that adds users to the store named by its arguments, and prints the sub of each one that the
// store acknowledged. With a number it adds as many and ends; without, it goes on until it is killed.

const [address = '', wanted] = process.argv.slice(2)
const store = await (address.startsWith('postgres:')
  ? openPostgresStore({ url: address, poolSize: 5 })
  : openSqliteStore({ file: address }))
process.stdout.write('open\n')

let left = wanted === undefined ? Infinity : Number(wanted)

async function addOneAfterAnother(): Promise<void> {
  while (left-- > 0) {
    const user = aUser('pool', { attributes: { email: 'ada@example.com' } })
    await store.decide(store.users.add(user, [{ kind: 'username', name: user.sub }], () => new Error('taken')))
    process.stdout.write(`${user.sub}\n`)
  }
}

await Promise.all(Array.from({ length: 8 }, addOneAfterAnother))
await store[Symbol.asyncDispose]()
