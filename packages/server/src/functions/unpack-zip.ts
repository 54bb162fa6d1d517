import { createWriteStream } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { readZip, type ZipEntry, ZipRefused } from './zip-file.ts'

/**
 * Unpacks code into a new directory, which only this user of the machine and whom functions become can enter, and only
 * this one can change. Throws ZipRefused.
 */
export async function unpackZip(bytes: Buffer, user: number | undefined): Promise<string> {
  const entries = await readZip(bytes)
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'cognate-code-')))
  try {
    for (const entry of entries) await unpack(entry, directory)
    if (user !== undefined) await chown(directory, process.getuid?.() ?? user, user)
    await chmod(directory, user === undefined ? 0o700 : 0o750)
    return directory
  } catch {
    await rm(directory, { recursive: true, force: true })
    throw new ZipRefused('unreadable')
  }
}

async function unpack({ name, isExecutable, open }: ZipEntry, directory: string): Promise<void> {
  const file = join(directory, name)
  await mkdir(dirname(file), { recursive: true, mode: 0o755 })
  await pipeline(await open(), createWriteStream(file, { flags: 'wx', mode: isExecutable ? 0o755 : 0o644 }))
}
