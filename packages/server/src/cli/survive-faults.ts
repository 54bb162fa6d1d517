import type { Log } from '../ambient/log.ts'
import { faultFacts } from './fault-report.ts'

/**
 * A promise that nobody looked after is written down and everybody else is served on: nothing is kept in memory that
 * it could have spoiled. An exception that nobody caught may have left anything behind, so it ends the process.
 */
export function surviveFaults(source: NodeJS.Process, log: Log): void {
  source.on('unhandledRejection', (fault) => log.error('PromiseNotLookedAfter', faultFacts(fault)))
  source.on('uncaughtException', (fault) => {
    log.error('ExceptionNotCaught', faultFacts(fault))
    source.exit(1)
  })
}
