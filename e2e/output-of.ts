import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { cognate } from './cognate.ts'
import type { Home } from './stores.ts'

/** Runs a command that ends by itself, on the home's store; gives what it printed. Rejects with what it complained of. */
export async function outputOf(home: Home, args: readonly string[]): Promise<string> {
  const child = cognate(home, [...args, ...home.flags])
  const ended = once(child, 'close')
  const { stdout, stderr } = child
  if (!stdout || !stderr) throw new Error('cognate was started without its pipes')
  const [printed, complaint] = await Promise.all([text(stdout), text(stderr)])
  await ended
  if (child.exitCode !== 0) throw new Error(`cognate ${args.join(' ')} ended with ${child.exitCode}:\n${complaint}`)
  return printed
}
