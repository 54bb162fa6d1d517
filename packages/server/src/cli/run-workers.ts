import cluster from 'node:cluster'
import type { Worker } from 'node:cluster'
import { once } from 'node:events'
import { logTo } from '../ambient/log.ts'
import type { Log } from '../ambient/log.ts'
import { restartDelay } from './restart-delay.ts'
import type { Settings } from '../config/settings.ts'
import { say } from './io.ts'
import type { Io } from './io.ts'
import { parentGone } from './parent-gone.ts'
import { stopSignals } from './stop-signals.ts'
import { readWorkerReady } from './worker-message.ts'
import type { WorkerReady } from './worker-message.ts'

/** Keeps so many workers running until it is told to stop; gives the exit code. */
export async function runWorkers(settings: Settings, io: Io): Promise<number> {
  using signals = stopSignals(process)
  const stop = Promise.race([signals.first, parentGone(io.environment)])
  const log = logTo(io.err, settings.logLevel)
  const state = { stopping: false }
  const stopped = stop.then(() => {
    state.stopping = true
  })
  const ready = await startAll(settings.workers)
  if (typeof ready === 'number') {
    await stopAll()
    return state.stopping ? 0 : ready
  }
  keepAll(state, log)
  if (!state.stopping) say(io.out, [...ready.welcome, `cognate is ready on ${ready.address}`])
  await stopped
  return await Promise.race([stopAll().then(() => 0), signals.second.then(killAll)])
}

/** The first one alone: it prepares the store, and what is wrong is said once. Gives the exit code of one that ended. */
async function startAll(count: number): Promise<WorkerReady | number> {
  const first = await readyOrEnded(cluster.fork())
  if (typeof first === 'number') return first
  const others = await Promise.all(Array.from({ length: count - 1 }, () => readyOrEnded(cluster.fork())))
  return others.find((other) => typeof other === 'number') ?? first
}

async function readyOrEnded(worker: Worker): Promise<WorkerReady | number> {
  const { promise, resolve } = Promise.withResolvers<WorkerReady | number>()
  worker.on('message', (message: unknown) => {
    const ready = readWorkerReady(message)
    if (ready) resolve(ready)
  })
  worker.once('exit', (code: number | null) => resolve(code ?? 1))
  return promise
}

function keepAll(state: { readonly stopping: boolean }, log: Log): void {
  const delayOf = restartDelay()
  cluster.on('exit', (worker, code, signal) => {
    if (state.stopping) return
    const inMs = delayOf(performance.now())
    log.error('WorkerDied', { worker: worker.process.pid, code, signal, restartInMs: inMs })
    setTimeout(() => {
      if (!state.stopping) cluster.fork()
    }, inMs)
  })
}

async function stopAll(): Promise<void> {
  const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
  await Promise.all(
    workers.map(async (worker) => {
      worker.process.kill('SIGTERM')
      await once(worker, 'exit')
    }),
  )
}

function killAll(code: number): number {
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGKILL')
  return code
}
