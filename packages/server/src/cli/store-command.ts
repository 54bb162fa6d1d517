import { Command } from 'commander'
import { loadStoreSettings } from '../config/load.ts'
import { openStore } from '../config/open-store.ts'
import type { StoreSettings } from '../config/settings.ts'
import type { Store } from '../store/store.ts'
import { explain } from './explain.ts'
import { readFlags, withFlags } from './flags.ts'
import { say } from './io.ts'
import type { Io } from './io.ts'

export interface StoreWork {
  readonly store: Store
  readonly settings: StoreSettings
  readonly io: Io
  /** The arguments of the command, in their order, as far as they were given. */
  readonly words: readonly string[]
}

export interface StoreCommand {
  readonly name: string
  /** What stands for the arguments in the help: `<needed>`, `[optional]`. */
  readonly arguments?: readonly string[]
  readonly about: string
  /** Gives the exit code. */
  readonly work: (work: StoreWork) => Promise<number>
}

/** A command that opens the store by itself, whether a server runs on it or not. */
export function storeCommand(
  { name, arguments: words = [], about, work }: StoreCommand,
  io: Io,
  end: (code: number) => void,
): Command {
  const command = withFlags(new Command(name), 'store').description(about)
  for (const word of words) command.argument(word)
  return command.action(async () => {
    const settings = await loadStoreSettings({ ...io, flags: readFlags(command, 'store', words.length) })
    end(await withStore(settings, io, (store) => work({ store, settings, io, words: command.args })))
  })
}

async function withStore(settings: StoreSettings, io: Io, work: (store: Store) => Promise<number>): Promise<number> {
  try {
    const store = await openStore(settings)
    try {
      return await work(store)
    } finally {
      await store[Symbol.asyncDispose]()
    }
  } catch (fault) {
    say(io.err, [explain(fault, settings)])
    return 1
  }
}
