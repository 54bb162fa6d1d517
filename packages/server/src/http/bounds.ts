/** What one client may ask of the listener. Times in milliseconds, sizes in bytes. */
export interface Bounds {
  /** Cognito refuses requests above 256 KB or so; an image of a page is larger. Uploads have bounds of their own. */
  readonly bodyBytes: number
  /** For the few requests that may be larger, and how many of those at a time. */
  readonly largeBodyBytes: number
  readonly largeBodies: number
  readonly headerBytes: number
  /** From the first byte of a request to the end of its header. */
  readonly headerMs: number
  /** From the end of a request's header to the end of its body. */
  readonly requestMs: number
  /** From the first byte of a request to the end of a body that an upload door reads. */
  readonly uploadMs: number
  /** Longer than the usual minute of load balancers, so that they close an idle connection and not we. */
  readonly idleMs: number
  /** Without a byte in either direction while a request is under way. */
  readonly silentMs: number
  readonly connections: number
  /** Requests that one connection may have waiting, when it sends them without reading the answers. */
  readonly pipelined: number
  /** How long answers under way may take once the listener is closing. */
  readonly drainMs: number
  /** How long a refused body is read on, so that its sender gets to see the refusal. */
  readonly lingerMs: number
}

export const defaultBounds: Bounds = {
  bodyBytes: 1_048_576,
  largeBodyBytes: 4_194_304,
  largeBodies: 16,
  headerBytes: 32_768,
  headerMs: 10_000,
  requestMs: 30_000,
  uploadMs: 900_000,
  idleMs: 72_000,
  silentMs: 60_000,
  connections: 10_000,
  pipelined: 64,
  drainMs: 10_000,
  lingerMs: 1_000,
}
