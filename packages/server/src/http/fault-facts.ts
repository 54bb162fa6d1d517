import type { Facts } from '../ambient/log.ts'

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
