import { parseArgs } from 'node:util'

export interface Options {
  /** 1,000 users and 3 s a row; otherwise a million too, and 8 s a row. */
  readonly short: boolean
  /** Of the names of rows, `sign-up, SQLite, 1000 users, 1 process`; undefined for all. */
  readonly only: RegExp | undefined
  /** Where the rows go as JSON. */
  readonly json: string | undefined
  /** Where the CPU profiles of the servers go. */
  readonly cpuProf: string | undefined
}

const help = `npm run bench [-- OPTIONS]

  --short          1,000 users, 3 s a row: ends within five minutes
  --only PATTERN   only the rows whose name matches: "operation, store, N users, N processes"
  --json FILE      writes the rows as JSON too
  --cpu-prof DIR   profiles the servers with Node's profiler
`

/** Ends the process on `--help` and on what it does not know. */
export function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        short: { type: 'boolean', default: false },
        only: { type: 'string' },
        json: { type: 'string' },
        'cpu-prof': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) finish(0, help)
    const only = values.only === undefined ? undefined : new RegExp(values.only, 'i')
    return { short: values.short, only, json: values.json, cpuProf: values['cpu-prof'] }
  } catch (error) {
    return finish(2, `${error instanceof Error ? error.message : String(error)}\n\n${help}`)
  }
}

function finish(code: number, text: string): never {
  process.stderr.write(text)
  process.exit(code)
}
