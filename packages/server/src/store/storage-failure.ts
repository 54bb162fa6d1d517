/** The database could not be read or written: disk full, connection lost, lock never free. Nothing was acknowledged. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure'
  /** In the engine's own words or code, for the log: it names tables at the most, and never what is in them. */
  readonly reason: string
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reasonOf(options?.cause) ?? message
  }
}

/** SQLite's sentence (https://sqlite.org/rescode.html), or the SQLSTATE or Node's code of a connection. */
function reasonOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined
  const { errstr, code } = cause as { readonly errstr?: unknown; readonly code?: unknown }
  return [errstr, code].find((text) => typeof text === 'string')
}
