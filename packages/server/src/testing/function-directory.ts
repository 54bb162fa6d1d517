import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { systemClock } from '../ambient/clock.ts'
import { logTo } from '../ambient/log.ts'
import { systemRandom } from '../ambient/random.ts'
import { type DirectoryParts, directoryFunctions } from '../functions/directory-functions.ts'
import { arnOf } from './recorded-functions.ts'

/** A directory `below` another with functions in it, which end with it; `bootstrap` can be executed. */
export async function functionDirectory(
  files: Readonly<Record<string, string>>,
  parts: Partial<Omit<DirectoryParts, 'directory'>> = {},
  below = tmpdir(),
) {
  const directory = await mkdtemp(join(below, '.cognate-functions-'))
  await chmod(directory, 0o755)
  const write = async (name: string, text: string) => {
    const file = join(directory, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text, { mode: name.endsWith('bootstrap') ? 0o755 : 0o644 })
  }
  await Promise.all(Object.entries(files).map(([name, text]) => write(name, text)))
  const functions = directoryFunctions({
    directory,
    account: '000000000000',
    endpoint: 'http://127.0.0.1:9400',
    changes: 'followed',
    path: process.env['PATH'] ?? '',
    log: logTo(process.stderr, 'silent'),
    clock: systemClock,
    random: systemRandom,
    ...parts,
  })
  const source = { id: 'us-east-1_1', account: '000000000000', region: 'us-east-1' }
  return {
    directory,
    functions,
    write,
    invoke: (name: string, event: unknown = {}, limitMs = 20_000) =>
      functions.invoke(arnOf(name), { payload: JSON.stringify(event), limitMs, source }),
    async [Symbol.asyncDispose]() {
      await functions[Symbol.asyncDispose]()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
