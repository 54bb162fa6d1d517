import { openSqliteStore } from '../store/open-sqlite-store.ts'
import { mailWorld } from './mail-world.ts'

// A process of its own: takes what the outbox of the store in argv[2] holds, says so, and never gets to the end of it.

const store = await openSqliteStore({ file: process.argv[2] ?? '' })
const email = ({ message }: { readonly message: { readonly to: string } }) => {
  process.stdout.write(`sending to ${message.to}\n`)
  return new Promise<never>(() => undefined)
}
await mailWorld({ carriers: { email }, inbox: false }, store)
// The sender itself keeps no process alive.
setInterval(() => undefined, 60_000)
