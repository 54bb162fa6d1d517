import cluster from 'node:cluster'
import { adjustableClock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import { processMetrics } from '../ambient/metrics.ts'
import { systemRandom } from '../ambient/random.ts'
import { assemble } from '../assemble/assemble.ts'
import type { Running } from '../assemble/assemble.ts'
import type { Settings } from '../config/settings.ts'
import { readTlsFiles } from '../config/tls-files.ts'
import { anyHost, loopbackHostsAnd } from '../http/host-rule.ts'
import { listen } from '../http/listener.ts'
import type { Listener, ListenerOptions } from '../http/listener.ts'
import { trustedProxies } from '../http/trusted-proxies.ts'
import { faultReport } from './fault-report.ts'
import { workerClock } from './worker-clock.ts'

/** A server in this process: it answers until it is disposed, which lets it finish what it has begun. */
export interface Serving {
  /** Such as `http://127.0.0.1:9400`. */
  readonly address: string
  readonly welcome: readonly string[]
  [Symbol.asyncDispose](): Promise<void>
}

/** Binds first, because the addresses it hands out hold the port; answers when everything is there. */
export async function serveHere(settings: Settings, log: Log): Promise<Serving> {
  const listener = await listen({ ...(await listenerOptions(settings)), report: faultReport(log, systemRandom) })
  try {
    const clock = cluster.isWorker ? await workerClock() : adjustableClock()
    const metrics = processMetrics(cluster.worker && String(cluster.worker.id))
    const running = await assemble(settings, { port: listener.port, log, clock, metrics })
    listener.open(running.doors, running)
    return {
      address: listener.address,
      welcome: running.welcome,
      [Symbol.asyncDispose]: () => closeBoth(listener, running),
    }
  } catch (fault) {
    await listener[Symbol.asyncDispose]()
    throw fault
  }
}

async function closeBoth(listener: Listener, running: Running): Promise<void> {
  await listener[Symbol.asyncDispose]()
  await running[Symbol.asyncDispose]()
}

async function listenerOptions(settings: Settings): Promise<Omit<ListenerOptions, 'report'>> {
  const { host, port, tls, profile } = settings
  return {
    host,
    port,
    ...(tls && { tls: await readTlsFiles(tls) }),
    hostRule: profile === 'dev' ? loopbackHostsAnd(namesOf(settings)) : anyHost,
    clientOf: trustedProxies(settings.trustedProxies),
  }
}

function namesOf({ allowedHosts, publicUrl }: Settings): readonly string[] {
  return publicUrl === undefined ? allowedHosts : [...allowedHosts, new URL(publicUrl).hostname]
}
