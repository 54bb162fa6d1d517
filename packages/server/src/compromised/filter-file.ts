import { type FileHandle, open } from 'node:fs/promises'
import type { Log } from '../ambient/log.ts'
import type { CompromisedPasswords } from './compromised-passwords.ts'
import { blockBytes, blocksIn, hasBits, headerBytes, placesOf, sha1Of } from './filter-format.ts'

/** The file that was given is none that `cognate compromised-passwords build` wrote, or is cut short. */
export class FilterUnusable extends Error {
  override readonly name = 'FilterUnusable'
}

/** An operator's own list, as the filter that was built of it. Where it cannot be read later, `instead` is. Throws FilterUnusable. */
export async function openFilter(
  path: string,
  { instead, log }: { readonly instead: CompromisedPasswords; readonly log: Log },
): Promise<CompromisedPasswords> {
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
      try {
        return hasBits(await wholeBlock(file, block), bits)
      } catch (error) {
        const fault = error instanceof Error ? error.message : typeof error
        log.warn('the list of compromised passwords could not be read; the common ones are looked at instead', {
          fault,
        })
        return instead.contains(password)
      }
    },
    async [Symbol.asyncDispose]() {
      await file.close()
      await instead[Symbol.asyncDispose]()
    },
  }
}

async function wholeBlock(file: FileHandle, block: number): Promise<Buffer> {
  const bytes = await bytesAt(file, headerBytes + block * blockBytes, blockBytes)
  if (bytes.length < blockBytes) throw new Error('the file was cut short')
  return bytes
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
