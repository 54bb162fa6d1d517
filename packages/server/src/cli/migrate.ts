import type { Command } from 'commander'
import { say } from './io.ts'
import type { Io } from './io.ts'
import { storeCommand } from './store-command.ts'

/** `cognate migrate`: opening the store migrates it, so there is nothing else to do. */
export function migrateCommand(io: Io, end: (code: number) => void): Command {
  const about = 'bring the store to the tables of this version; dev and serve do it when they start'
  const work = () => {
    say(io.out, ['The store is up to date.'])
    return Promise.resolve(0)
  }
  return storeCommand({ name: 'migrate', about, work }, io, end)
}
