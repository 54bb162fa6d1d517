import cluster from 'node:cluster'
import { logTo } from '../ambient/log.ts'
import type { Settings } from '../config/settings.ts'
import { collectStart } from './collect-start.ts'
import { explain } from './explain.ts'
import { say } from './io.ts'
import type { Io } from './io.ts'
import { runWorkers } from './run-workers.ts'
import { serveHere } from './serve-here.ts'
import type { Serving } from './serve-here.ts'
import { parentGone } from './parent-gone.ts'
import { stopSignals } from './stop-signals.ts'
import { surviveFaults } from './survive-faults.ts'
import { tellPrimary } from './worker-message.ts'

/** Runs until it is told to stop; gives the exit code. */
export async function runServer(settings: Settings, io: Io): Promise<number> {
  if (settings.workers > 1 && cluster.isPrimary) return runWorkers(settings, io)
  using signals = stopSignals(process)
  const stop = Promise.race([signals.first, parentGone(io.environment)])
  const log = logTo(io.err, settings.logLevel)
  surviveFaults(process, log)
  let serving: Serving
  try {
    serving = await Promise.race([serveHere(settings, log), stoppedEarly(stop)])
  } catch (fault) {
    if (fault instanceof StoppedEarly) return 0
    say(io.err, [explain(fault, settings)])
    return 1
  }
  collectStart()
  announce(serving, io)
  await stop
  log.info('Stopping')
  return await Promise.race([serving[Symbol.asyncDispose]().then(() => 0), signals.second])
}

class StoppedEarly extends Error {
  override readonly name = 'StoppedEarly'
}

async function stoppedEarly(signal: Promise<void>): Promise<never> {
  await signal
  throw new StoppedEarly()
}

function announce({ address, welcome }: Serving, io: Io): void {
  if (cluster.isWorker) tellPrimary({ address, welcome })
  else say(io.out, [...welcome, `cognate is ready on ${address}`])
}
