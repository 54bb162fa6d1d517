/** What a worker tells the primary process once it answers. */
export interface WorkerReady {
  readonly address: string
  readonly welcome: readonly string[]
}

export function tellPrimary(ready: WorkerReady): void {
  process.send?.(ready)
}

/** Undefined for messages of other kinds. */
export function readWorkerReady(message: unknown): WorkerReady | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  if (!('address' in message) || typeof message.address !== 'string') return undefined
  if (!('welcome' in message) || !Array.isArray(message.welcome)) return undefined
  return { address: message.address, welcome: message.welcome.map(String) }
}
