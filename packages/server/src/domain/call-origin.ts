import type { DeviceFingerprint } from './device-fingerprint.ts'

/** Where a call came from, as it says itself but for the address. */
export interface CallOrigin {
  /** Of the client's connection, or what a trusted proxy says of it. */
  readonly address: string
  /** The header `User-Agent`, as long as it may be and no longer. */
  readonly userAgent: string | undefined
  /** Who tells it: `operator`, where an operator calls and tells nothing of the person. */
  readonly speaker?: 'operator'
  /** The Region that is called, where the call says one. */
  readonly region?: string | undefined
  /** What Amazon's client library tells of the device it runs on. */
  readonly fingerprint?: DeviceFingerprint | undefined
}

/** A browser's is some hundred characters long, an SDK's rarely more. */
export const longestUserAgent = 1024
