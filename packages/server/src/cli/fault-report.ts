import type { Facts, Log } from '../ambient/log.ts'
import type { Random } from '../ambient/random.ts'
import type { FaultReport } from '../http/exchange.ts'

/** Logs what no door expected, under an id that the client is told. */
export function faultReport(log: Log, random: Random): FaultReport {
  return (fault) => {
    const requestId = random.uuid()
    log.error('RequestFailed', { requestId, ...faultFacts(fault) })
    return requestId
  }
}

/** An unexpected error for the log: where it happened, without its message, which may quote what a person sent. */
export function faultFacts(fault: unknown): Facts {
  if (!(fault instanceof Error)) return { fault: typeof fault }
  const frames = fault.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    fault: fault.name,
    ...('code' in fault && typeof fault.code === 'string' && { code: fault.code }),
    at: frames?.map((line) => line.trim()),
  }
}
