import { resolve } from 'node:path'
import { Command } from 'commander'
import { buildFilter } from '../compromised/build-filter.ts'
import { say } from './io.ts'
import type { Io } from './io.ts'

/** `cognate compromised-passwords build`: an operator's own list, made small. */
export function compromisedPasswordsCommand(io: Io, end: (code: number) => void): Command {
  const group = new Command('compromised-passwords').description('lists of passwords that others know: build')
  const build = new Command('build')
    .description('make of a list (a password or its SHA-1 a line) the file that --compromised-passwords takes')
    .argument('<list>')
    .argument('<file>')
    .action(async (list: string, file: string) => end(await built(list, file, io)))
  return group.addCommand(build)
}

async function built(list: string, file: string, io: Io): Promise<number> {
  try {
    const { entries, bytes } = await buildFilter(resolve(io.directory, list), resolve(io.directory, file))
    say(io.out, [`${file} knows ${entries} passwords and takes ${bytes} bytes.`])
    return 0
  } catch (fault) {
    say(io.err, [`The list cannot be made: ${fault instanceof Error ? fault.message : 'the reason is unknown'}.`])
    return 1
  }
}
