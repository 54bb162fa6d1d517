import { type FileHandle, open } from 'node:fs/promises'
import type { CompromisedPasswords } from './compromised-passwords.ts'
import { blockBytes, blocksIn, hasBits, headerBytes, placesOf, sha1Of } from './filter-format.ts'

/** The file that was given is none that `cognate compromised-passwords build` wrote, or is cut short. */
export class FilterUnusable extends Error {
  override readonly name = 'FilterUnusable'
}

/** An operator's own list, as the filter that was built of it. Throws FilterUnusable. */
export async function openFilter(path: string): Promise<CompromisedPasswords> {
  const file = await opened(path)
  const blocks = await wholeBlocks(file)
  if (blocks === undefined) {
    await file.close()
    throw new FilterUnusable(
      `${path} is no whole list of passwords: make one with cognate compromised-passwords build.`,
    )
  }
  return {
    async contains(password) {
      const { block, bits } = placesOf(sha1Of(password), blocks)
      return hasBits(await bytesAt(file, headerBytes + block * blockBytes, blockBytes), bits)
    },
    [Symbol.asyncDispose]: () => file.close(),
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path)
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown'
    throw new FilterUnusable(`${path} cannot be read (${code}): check --compromised-passwords.`)
  }
}

async function wholeBlocks(file: FileHandle): Promise<number | undefined> {
  const blocks = blocksIn(await bytesAt(file, 0, headerBytes))
  const { size } = await file.stat()
  return blocks !== undefined && size === headerBytes + blocks * blockBytes ? blocks : undefined
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position })
  return buffer.subarray(0, bytesRead)
}
