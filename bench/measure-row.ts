import type { Limit, LimitMeter } from './limit.ts'
import type { LoadProcess } from './load-process.ts'
import { loopDelay } from './loop-delay.ts'
import { median } from './median.ts'
import { operations } from './operations.ts'
import type { Cryptography, OperationName } from './operations.ts'
import { cpuMs, forgetPeak, memoryMB } from './process-usage.ts'
import type { Row } from './row.ts'
import type { MeasuredServer } from './server.ts'

export interface Scenario {
  readonly store: string
  readonly users: number
  readonly workers: number
}

export interface Time {
  readonly warmUpSeconds: number
  readonly seconds: number
}

export interface Measured {
  readonly row: Row
  /** Of the event loop, ms. */
  readonly p999Ms: number
  readonly firstError: string | undefined
}

export interface Instruments {
  readonly server: MeasuredServer
  readonly load: LoadProcess
  readonly meter: LimitMeter
}

/** The limit's samples take a fiftieth of one core. */
const samplingMs = 250

/** Drives one operation and watches the server meanwhile. */
export async function measureRow(
  operation: OperationName,
  scenario: Scenario,
  { server, load, meter }: Instruments,
  time: Time,
): Promise<Measured> {
  forgetPeak(server.pid)
  const seconds: { readonly at: number; readonly cpu: number; readonly operations: number }[] = []
  let aside: Promise<unknown> = Promise.resolve()
  let sampling: NodeJS.Timeout | undefined
  const watch = (count: number) => {
    // What happened while it warmed up does not count.
    if (seconds.length === 0) aside = loopDelay(server.port, scenario.workers)
    seconds.push({ at: performance.now(), cpu: cpuMs(server.pid), operations: count })
    sampling ??= setInterval(() => meter.sample(), samplingMs)
  }
  const summary = await load.run(operation, time, watch).finally(() => clearInterval(sampling))
  await aside
  const { worst, p999 } = await loopDelay(server.port, scenario.workers)
  const slices = seconds.slice(1).map((end, at) => {
    const start = seconds[at] ?? end
    const done = end.operations - start.operations
    return { perSecond: (done * 1000) / (end.at - start.at), cpu: (end.cpu - start.cpu) / Math.max(1, done) }
  })
  const limitMs = limitOf(operation, meter.read())
  const cpuMsPerOp = median(slices.map(({ cpu }) => cpu))
  const { firstError, ...latency } = summary
  const row = {
    operation,
    ...scenario,
    opsPerSecond: median(slices.map(({ perSecond }) => perSecond)),
    ...latency,
    cpuMsPerOp,
    peakMemoryMB: memoryMB(server.pid, 'VmHWM'),
    worstLoopDelayMs: worst,
    limitPerSecond: limitMs === 0 ? null : 1000 / limitMs,
    ratio: limitMs === 0 ? null : limitMs / cpuMsPerOp,
  }
  return { row, p999Ms: p999, firstError }
}

function limitOf(operation: OperationName, { powerMs, signatureMs, verificationMs }: Limit): number {
  const { powers = 0, signatures = 0, verifications = 0 }: Cryptography = operations[operation]
  return powers * powerMs + signatures * signatureMs + verifications * verificationMs
}
