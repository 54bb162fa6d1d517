/** Colours for a terminal, or none: for a pipe, and for who wants none (https://no-color.org). */
export interface Paint {
  readonly bold: Brush
  readonly dim: Brush
  readonly good: Brush
  readonly bad: Brush
  readonly warm: Brush
}

type Brush = (text: string) => string

export function paintFor(stream: NodeJS.WritableStream, environment: NodeJS.ProcessEnv): Paint {
  const coloured = 'isTTY' in stream && stream.isTTY === true && !environment['NO_COLOR']
  const brush =
    (on: number, off: number): Brush =>
    (text) =>
      coloured ? `\u001B[${on}m${text}\u001B[${off}m` : text
  return { bold: brush(1, 22), dim: brush(2, 22), good: brush(32, 39), bad: brush(31, 39), warm: brush(33, 39) }
}
