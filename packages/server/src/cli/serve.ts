import type { Command } from 'commander'
import type { Io } from './io.ts'
import { serverCommand } from './server-command.ts'

export function serveCommand(io: Io, end: (code: number) => void): Command {
  const about = 'run in production: signatures are enforced; needs a master key and the public URL'
  const examples = [
    'cognate serve --public-url https://id.example.com --master-key-file /etc/cognate/master-key --data /var/lib/cognate',
    'COGNATE_MASTER_KEY=… cognate serve --public-url https://id.example.com --database-url postgres://cognate@db/cognate',
  ]
  return serverCommand('serve', { about, examples }, io, end)
}
