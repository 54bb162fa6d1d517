import { Command } from 'commander'
import type { Replayed } from '../flows/recorded/replay.ts'
import type { FlowView } from '../operator/flow-view.ts'
import { askServer, NotAsked } from './ask-server.ts'
import { say } from './io.ts'
import type { Io } from './io.ts'
import { type Paint, paintFor } from './paint.ts'
import { printable } from './printable.ts'
import { showFlow } from './show-flow.ts'
import { showReplay } from './show-replay.ts'

interface Common {
  readonly endpoint: string
  readonly json?: true
}

type Wanted = Common & { readonly [name in (typeof filters)[number]]?: string }

const filters = ['user', 'client', 'since', 'limit'] as const

/** `cognate flows [show|replay ID]`: what was recorded of sign-ups and sign-ins on a running server. */
export function flowsCommand(io: Io, end: (code: number) => void): Command {
  const flows = serverQuery(new Command('flows'))
    .description('what happened in sign-ups and sign-ins on a running server: which functions fired, or why none did')
    .option('--user <NAME>', 'of this user: a username, a sub, or the name that was typed')
    .option('--client <ID>', 'of this app client')
    .option('--since <TIME>', 'of this time on, such as 15m, 2h, 7d or 2026-01-31T12:00:00Z')
    .option('--limit <NUMBER>', 'no more than so many flows (default 20, at most 100)')
    .action(async (wanted: Wanted) => end(await within(io, () => list(wanted, io))))
  const show = serverQuery(new Command('show').argument('<id>'))
    .description('one flow, with its events and answers in --json')
    .action(async (id: string, _: unknown, command: Command) =>
      end(await within(io, () => showOne(id, command.optsWithGlobals(), io))),
    )
  const replay = serverQuery(new Command('replay').argument('<id>'))
    .description("tell today's functions of a flow's events once more; nothing of the server changes")
    .option('--function <NAME>', 'only what this function was told')
    .action(async (id: string, _: unknown, command: Command) =>
      end(await within(io, () => replayOne(id, command.optsWithGlobals(), io))),
    )
  return flows.addCommand(show).addCommand(replay)
}

function serverQuery(command: Command): Command {
  return command
    .option('--endpoint <URL>', 'where the server is (default http://localhost:9400)')
    .option('--json', 'print JSON instead')
    .configureHelp({ optionTerm: ({ flags }) => flags.replaceAll(/[<>]/g, '') })
}

async function list(wanted: Wanted, io: Io): Promise<number> {
  const query = new URLSearchParams()
  for (const name of filters) if (wanted[name] !== undefined) query.set(name, wanted[name])
  const { flows } = (await askServer(`flows?${query.toString()}`, asked(wanted, io))) as {
    readonly flows: readonly FlowView[]
  }
  // The newest last: that is where one looks in a terminal.
  return print(flows, wanted, io, (paint) =>
    flows.length === 0
      ? ['Nothing was recorded of that.']
      : flows.toReversed().flatMap((flow) => showFlow(flow, paint)),
  )
}

async function showOne(id: string, options: Common, io: Io): Promise<number> {
  const flow = (await askServer(`flows?${new URLSearchParams({ id }).toString()}`, asked(options, io))) as FlowView
  return print(flow, options, io, (paint) => showFlow(flow, paint))
}

async function replayOne(id: string, options: Common & { readonly function?: string }, io: Io): Promise<number> {
  const body = { id, ...(options.function !== undefined && { function: options.function }) }
  const { runs } = (await askServer('flows/replay', asked(options, io), body)) as { readonly runs: readonly Replayed[] }
  return print(runs, options, io, (paint) => runs.flatMap((run) => showReplay(run, paint)))
}

const asked = ({ endpoint = 'http://localhost:9400' }: Partial<Common>, { environment }: Io) => ({
  endpoint,
  environment,
})

function print(content: unknown, { json }: Common, io: Io, lines: (paint: Paint) => readonly string[]): number {
  say(io.out, json ? [JSON.stringify(content, undefined, 2)] : lines(paintFor(io.out, io.environment)))
  return 0
}

async function within(io: Io, act: () => Promise<number>): Promise<number> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof NotAsked)) throw error
    say(io.err, [printable(error.message)])
    return 1
  }
}
