import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { blockBytes, blocksFor, filterHeader, placesOf, setBits, sha1Of } from './filter-format.ts'

/**
 * Builds the filter of a list: a password a line, or its SHA-1 in hexadecimal as lists of stolen passwords have it, with
 * or without `:count`. Takes three bytes of memory a line; the file appears under its name when it is whole.
 */
export async function buildFilter(
  list: string,
  filter: string,
): Promise<{ readonly entries: number; readonly bytes: number }> {
  const entries = await countLines(list)
  const blocks = blocksFor(entries)
  const bits = Buffer.alloc(blocks * blockBytes)
  for await (const sha1 of digestsIn(list)) {
    const { block, bits: places } = placesOf(sha1, blocks)
    setBits(bits.subarray(block * blockBytes, (block + 1) * blockBytes), places)
  }
  await write(filter, [filterHeader(blocks), bits])
  return { entries, bytes: bits.length }
}

const sha1Line = /^([0-9A-F]{40})(?::\d+)?$/i

async function* digestsIn(list: string): AsyncGenerator<Buffer> {
  for await (const line of linesOf(list)) {
    const [, hex] = sha1Line.exec(line) ?? []
    yield hex === undefined ? sha1Of(line) : Buffer.from(hex, 'hex')
  }
}

async function countLines(list: string): Promise<number> {
  let lines = 0
  for await (const _ of linesOf(list)) lines += 1
  return lines
}

async function* linesOf(list: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(list), crlfDelay: Infinity }))
    if (line !== '') yield line
}

/** As much as one call of the system writes at once. */
const pieceBytes = 64 * 1024 * 1024

async function write(path: string, parts: readonly Buffer[]): Promise<void> {
  const unfinished = `${path}.unfinished`
  try {
    const file = await open(unfinished, 'w')
    try {
      for (const part of parts)
        for (let at = 0; at < part.length; at += pieceBytes) await file.writeFile(part.subarray(at, at + pieceBytes))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } finally {
    await rm(unfinished, { force: true })
  }
}
