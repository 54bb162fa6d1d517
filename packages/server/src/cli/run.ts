import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { UnusableSettings } from '../config/unusable-settings.ts'
import { compromisedPasswordsCommand } from './compromised-passwords.ts'
import { devCommand } from './dev.ts'
import { say } from './io.ts'
import type { Io } from './io.ts'
import { flowsCommand } from './flows.ts'
import { keysCommand } from './keys.ts'
import { masterKeyCommand } from './master-key.ts'
import { migrateCommand } from './migrate.ts'
import { quotasCommand } from './quotas.ts'
import { serveCommand } from './serve.ts'
import { signingKeysCommand } from './signing-keys.ts'

/** Runs one command line (without the names of node and script); gives the exit code: 2 for one that cannot be meant. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code = 0
  const end = (given: number) => {
    code = given
  }
  try {
    await program(io, end).parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof UnusableSettings)) throw error
    say(io.err, error.problems)
    return 2
  }
}

function program(io: Io, end: (code: number) => void): Command {
  const top = new Command('cognate')
    .description('An Amazon Cognito compatible identity server that runs anywhere.')
    .version(version(), '--version', 'print the version')
  const commands = [
    devCommand,
    serveCommand,
    keysCommand,
    masterKeyCommand,
    signingKeysCommand,
    quotasCommand,
    flowsCommand,
    compromisedPasswordsCommand,
    migrateCommand,
  ]
  for (const command of commands) top.addCommand(command(io, end))
  for (const command of [top, ...top.commands.flatMap((child) => [child, ...child.commands])]) {
    command
      .helpOption('--help', 'show this help')
      .exitOverride()
      .configureOutput({ writeOut: (text) => io.out.write(text), writeErr: (text) => io.err.write(text) })
  }
  return top
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { readonly version: string }).version
}
