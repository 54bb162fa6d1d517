import { Command } from 'commander'
import { loadSettings } from '../config/load.ts'
import type { Profile } from '../config/settings.ts'
import { readFlags, withFlags } from './flags.ts'
import type { Io } from './io.ts'
import { runServer } from './run-server.ts'

interface Described {
  readonly about: string
  readonly examples: readonly string[]
}

/** `cognate dev` or `cognate serve`; `end` gets the exit code. */
export function serverCommand(profile: Profile, described: Described, io: Io, end: (code: number) => void): Command {
  return withFlags(new Command(profile), 'server')
    .description(described.about)
    .addHelpText('after', ['', 'Examples:', ...described.examples.map((example) => `  ${example}`)].join('\n'))
    .action(async (_: unknown, command: Command) => {
      const flags = readFlags(command, 'server')
      end(await runServer(await loadSettings(profile, { ...io, flags }), io))
    })
}
