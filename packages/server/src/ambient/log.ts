import { pino } from 'pino'

/**
 * Structured lines on standard error. Callers name events and ids of pools, clients and requests;
 * never usernames, addresses, attribute values, tokens or codes.
 */
export interface Log {
  debug(event: string, facts?: Facts): void
  info(event: string, facts?: Facts): void
  warn(event: string, facts?: Facts): void
  error(event: string, facts?: Facts): void
}

export type Facts = Readonly<Record<string, unknown>>
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export function logTo(destination: NodeJS.WritableStream, level: LogLevel): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)
  return {
    debug: (event, facts) => logger.debug({ ...facts, event }),
    info: (event, facts) => logger.info({ ...facts, event }),
    warn: (event, facts) => logger.warn({ ...facts, event }),
    error: (event, facts) => logger.error({ ...facts, event }),
  }
}
