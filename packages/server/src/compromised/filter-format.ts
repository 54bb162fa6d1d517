import { createHash } from 'node:crypto'

/**
 * A Bloom filter in blocks of one cache line: all bits of a password are in one block, so that looking one up is one read
 * of 64 bytes from the file, which is never held in memory.
 * F. Putze, P. Sanders, J. Singler: Cache-, Hash- and Space-Efficient Bloom Filters (2007).
 */
export const blockBytes = 64
const blockBits = blockBytes * 8
const bitsPerEntry = 24
const bitsSet = 12

const magic = 'cognate bloom 1\n'
export const headerBytes = 32

/** How many blocks keep so many passwords apart: of ten thousand others, less than one is taken for one of them. */
export function blocksFor(entries: number): number {
  return Math.max(1, Math.ceil((entries * bitsPerEntry) / blockBits))
}

export function filterHeader(blocks: number): Buffer {
  const header = Buffer.alloc(headerBytes)
  header.write(magic, 'latin1')
  header.writeUInt32BE(blocks, magic.length)
  return header
}

/** How many blocks follow; undefined for what is no such file. */
export function blocksIn(header: Buffer): number | undefined {
  const sound = header.length === headerBytes && header.toString('latin1', 0, magic.length) === magic
  const blocks = sound ? header.readUInt32BE(magic.length) : 0
  return blocks > 0 ? blocks : undefined
}

/** Lists of stolen passwords hold their SHA-1. */
export function sha1Of(password: string): Buffer {
  return createHash('sha1').update(password, 'utf8').digest()
}

/** The block of a password, and its bits in it. */
export function placesOf(sha1: Buffer, blocks: number): { readonly block: number; readonly bits: readonly number[] } {
  const digest = createHash('sha256').update(sha1).digest()
  return {
    block: Math.floor((digest.readUInt32BE(0) / 2 ** 32) * blocks),
    bits: Array.from({ length: bitsSet }, (_, at) => digest.readUInt16BE(4 + 2 * at) % blockBits),
  }
}

export function hasBits(block: Buffer, bits: readonly number[]): boolean {
  return bits.every((bit) => ((block[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0)
}

export function setBits(block: Buffer, bits: readonly number[]): void {
  for (const bit of bits) block[bit >> 3] = (block[bit >> 3] ?? 0) | (1 << (bit & 7))
}
