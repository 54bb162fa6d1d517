/** What a command may touch of the process it runs in. */
export interface Io {
  readonly environment: NodeJS.ProcessEnv
  /** Where relative names of files start. */
  readonly directory: string
  readonly out: NodeJS.WritableStream
  readonly err: NodeJS.WritableStream
}

export function say(stream: NodeJS.WritableStream, lines: readonly string[]): void {
  stream.write(lines.map((line) => `${line}\n`).join(''))
}
