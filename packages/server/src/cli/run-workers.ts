import cluster from 'node:cluster'
import type { Worker } from 'node:cluster'
import { once } from 'node:events'
import { logTo } from '../ambient/log.ts'
import type { Log } from '../ambient/log.ts'
import { freePort } from './free-port.ts'
import { keepClocksTogether } from './keep-clocks-together.ts'
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
  await fixPort(settings)
  keepClocksTogether()
  const ready = await Promise.race([startAll(settings.workers), stopped.then(() => 0)])
  if (typeof ready === 'number') {
    const code = state.stopping ? 0 : ready
    return await Promise.race([stopAll().then(() => code), signals.second.then(killAll)])
  }
  keepAll(settings.workers, state, log)
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

/** Workers share a port, but "any free one" only for as long as one of them lives. */
async function fixPort({ host, port }: Settings): Promise<void> {
  if (port === 0) cluster.setupPrimary({ args: [...process.argv.slice(2), '--port', String(await freePort(host))] })
}

function keepAll(count: number, state: { readonly stopping: boolean }, log: Log): void {
  const delayOf = restartDelay()
  cluster.on('exit', (worker, code, signal) => {
    if (state.stopping) return
    const inMs = delayOf(performance.now())
    log.error('WorkerDied', { worker: worker.process.pid, code, signal, restartInMs: inMs })
    setTimeout(() => {
      if (!state.stopping) cluster.fork()
    }, inMs)
  })
  // Whoever died while the others were starting.
  for (let alive = workers().length; alive < count; alive++) cluster.fork()
}

const workers = () =>
  Object.values(cluster.workers ?? {}).flatMap((worker) => (worker?.isDead() === false ? [worker] : []))

async function stopAll(): Promise<void> {
  await Promise.all(
    workers().map(async (worker) => {
      worker.process.kill('SIGTERM')
      await once(worker, 'exit')
    }),
  )
}

function killAll(code: number): number {
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGKILL')
  return code
}
