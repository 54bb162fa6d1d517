import type { Readable } from 'node:stream'
import { fromBufferPromise, type Entry } from 'yauzl'

/** What AWS Lambda takes: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html; entries are ours. */
export const zipLimits = { zippedBytes: 52_428_800, unzippedBytes: 262_144_000, entries: 20_000 } as const

export interface ZipEntry {
  /** Within the directory where it is unpacked: never absolute, never upwards. */
  readonly name: string
  readonly isExecutable: boolean
  /** Breaks off where there is more in it than was announced. */
  open(): Promise<Readable>
}

/** A zip file that is not taken. */
export class ZipRefused extends Error {
  readonly reason: 'unreadable' | 'too large'

  constructor(reason: ZipRefused['reason']) {
    super(`The zip file is ${reason}`)
    this.reason = reason
  }
}

/** The files in a zip file, as it announces them, within bounds. Throws ZipRefused. */
export async function readZip(bytes: Buffer): Promise<readonly ZipEntry[]> {
  try {
    return await entriesOf(bytes)
  } catch (error) {
    throw error instanceof ZipRefused ? error : new ZipRefused('unreadable')
  }
}

async function entriesOf(bytes: Buffer): Promise<readonly ZipEntry[]> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, strictFileNames: true })
  const entries: ZipEntry[] = []
  let unzipped = 0
  if (zip.entryCount > zipLimits.entries) throw new ZipRefused('too large')
  for await (const entry of zip.eachEntry()) {
    unzipped += entry.uncompressedSize
    if (unzipped > zipLimits.unzippedBytes) throw new ZipRefused('too large')
    if (entry.isEncrypted() || isSpecial(entry) || isUnfitName(entry.fileName)) throw new ZipRefused('unreadable')
    if (entry.fileName.endsWith('/')) continue
    const isExecutable = (modeOf(entry) & 0o111) !== 0
    entries.push({ name: entry.fileName, isExecutable, open: () => zip.openReadStreamPromise(entry) })
  }
  return entries
}

/** Where it was made on Unix; 0 elsewhere. */
const modeOf = ({ externalFileAttributes }: Entry) => externalFileAttributes >>> 16

/** A link leads out of the directory. */
function isSpecial(entry: Entry): boolean {
  const kind = modeOf(entry) & 0o170000
  return kind !== 0 && kind !== 0o100000 && kind !== 0o040000
}

function isUnfitName(name: string): boolean {
  return name.includes('\0') || Buffer.byteLength(name) > 1000 || name.split('/').some((part) => part.length > 200)
}
