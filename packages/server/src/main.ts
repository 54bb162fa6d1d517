import { run } from './cli/run.ts'

// Not process.exitCode alone: a second signal ends the process while answers may still be under way.
process.exit(
  await run(process.argv.slice(2), {
    environment: process.env,
    directory: process.cwd(),
    out: process.stdout,
    err: process.stderr,
  }),
)
