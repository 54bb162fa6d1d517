import type { Command } from 'commander'
import type { Io } from './io.ts'
import { serverCommand } from './server-command.ts'

export function devCommand(io: Io, end: (code: number) => void): Command {
  const about = "run on a developer's machine: state in ./.cognate, an inbox instead of mail, a demo pool"
  const examples = [
    'cognate dev',
    'cognate dev --memory --port 0',
    'cognate dev --host 0.0.0.0 --allowed-host cognate.test',
  ]
  return serverCommand('dev', { about, examples }, io, end)
}
