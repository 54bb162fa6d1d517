/** A setting as somebody wrote it, and where: `--port`, `COGNATE_PORT` or `port in cognate.yaml`. */
export interface Given {
  readonly texts: readonly string[]
  readonly origin: string
}

/** What one place says, by name of the setting, and what is wrong with it. */
export interface Layer {
  readonly given: Readonly<Record<string, Given>>
  readonly problems: readonly string[]
}
