import { fork } from 'node:child_process'
import { on, once } from 'node:events'
import type { LoadNews, LoadOrder, LoadSummary } from './load-messages.ts'
import type { OperationName } from './operations.ts'
import type { Site } from './site.ts'

/** The process that asks, from here. */
export interface LoadProcess {
  /** `atSecond` is told the operations so far, when the warm-up ends and after each second. */
  run(
    operation: OperationName,
    time: { readonly warmUpSeconds: number; readonly seconds: number },
    atSecond: (operations: number) => void,
  ): Promise<LoadSummary>
  close(): Promise<void>
}

/** Opens its connections, and signs in a few hundred people for the operations that want tokens. */
export async function startLoad(site: Site, port: number, connections: number): Promise<LoadProcess> {
  const child = fork(new URL('./load.ts', import.meta.url))
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const tell = (order: LoadOrder) => child.send(order)
  async function until<Kind extends LoadNews['kind']>(kind: Kind, each: (news: LoadNews) => void = () => {}) {
    for await (const [news] of on(child, 'message', { close: ['exit'] }) as AsyncIterable<[LoadNews]>) {
      if (news.kind === 'failed') throw new Error(news.reason)
      if (news.kind === kind) return news as Extract<LoadNews, { kind: Kind }>
      each(news)
    }
    throw new Error('the process that asks has ended')
  }
  const opened = until('open')
  tell({ kind: 'open', site, port, connections })
  await opened
  return {
    async run(operation, time, atSecond) {
      const done = until('done', (news) => news.kind === 'second' && atSecond(news.operations))
      tell({ kind: 'run', operation, ...time })
      return (await done).summary
    },
    async close() {
      process.off('exit', kill)
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}
