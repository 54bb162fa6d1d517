import { monitorEventLoopDelay } from 'node:perf_hooks'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What is counted while the server runs. Names of operations and errors only, never who asked. */
export interface Metrics {
  /** One call: `outcome` is `ok` or the name of the error. */
  observe(operation: string, outcome: string, seconds: number): void
  /** One try to send a message. */
  countMessage(channel: string, outcome: MessageOutcome): void
  /** Calls of flows that were recorded, or for which there was no room or no store. */
  countRecordedCalls(outcome: 'written' | 'dropped', calls: number): void
  /** How many messages wait to be sent, or that nobody knows. */
  tellWaiting(messages: number | undefined): void
  /** In Prometheus' text format. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>
}

/** `deferred` is tried again; `expired` was given up because it no longer was of use. */
export type MessageOutcome = 'sent' | 'deferred' | 'refused' | 'expired' | 'unreadable'

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

/**
 * The metrics of one process, its memory, CPU and event loop among them. Of several workers each tells its own: the
 * label `worker` keeps their series apart.
 */
export function processMetrics(worker?: string): Metrics {
  const registry = new Registry()
  if (worker !== undefined) registry.setDefaultLabels({ worker })
  collectDefaultMetrics({ register: registry })
  measureLoopDelay(registry)
  const calls = new Histogram({
    name: 'cognate_operation_seconds',
    help: 'Duration of calls by operation and outcome.',
    labelNames: ['operation', 'outcome'],
    buckets,
    registers: [registry],
  })
  const messages = new Counter({
    name: 'cognate_messages_total',
    help: 'Tries to send a message, by channel and outcome.',
    labelNames: ['channel', 'outcome'],
    registers: [registry],
  })
  const waiting = new Gauge({
    name: 'cognate_messages_waiting',
    help: 'Messages in the store that wait to be sent, by whatever node.',
    registers: [registry],
  })
  const recorded = new Counter({
    name: 'cognate_recorded_calls_total',
    help: 'Calls of flows by whether they were recorded.',
    labelNames: ['outcome'],
    registers: [registry],
  })
  return {
    countRecordedCalls: (outcome, calls) => recorded.inc({ outcome }, calls),
    tellWaiting: (count) => waiting.set(count ?? Number.NaN),
    observe: (operation, outcome, seconds) => calls.observe({ operation, outcome }, seconds),
    countMessage: (channel, outcome) => messages.inc({ channel, outcome }),
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  }
}

const samplingMs = 10

/** The default metrics stop at p99, and what they say contains the interval at which they look. */
function measureLoopDelay(registry: Registry): void {
  const delays = monitorEventLoopDelay({ resolution: samplingMs })
  delays.enable()
  const gauge = new Gauge({
    name: 'cognate_event_loop_delay_seconds',
    help: 'How late the event loop was since this was last read, by quantile; 1 is the worst.',
    labelNames: ['quantile'],
    registers: [registry],
    collect() {
      const lateBy = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - samplingMs / 1000)
      gauge.set({ quantile: '0.999' }, lateBy(delays.percentile(99.9)))
      gauge.set({ quantile: '1' }, lateBy(delays.max))
      delays.reset()
    },
  })
}
