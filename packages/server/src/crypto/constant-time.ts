import { timingSafeEqual } from 'node:crypto'

/** Compares secrets without telling by its time where they differ. That their lengths differ may be told. */
export function equalInConstantTime(one: string | Uint8Array, other: string | Uint8Array): boolean {
  const left = bytes(one)
  const right = bytes(other)
  return left.length === right.length && timingSafeEqual(left, right)
}

function bytes(value: string | Uint8Array): Uint8Array {
  return typeof value === 'string' ? Buffer.from(value, 'utf8') : value
}
