/** How to start a process that runs a function. */
export interface Launch {
  readonly command: string
  readonly args: readonly string[]
  readonly variables: Readonly<Record<string, string>>
  readonly directory: string
  /** Another user of the machine, where the process can be made theirs. */
  readonly user?: number
  /** In kilobytes, for whatever the process keeps in memory. */
  readonly dataLimit: number
  /** Whether it sends the token that it is given: runtimes that are not ours know of none. */
  readonly token: 'sent' | 'unknown'
}
