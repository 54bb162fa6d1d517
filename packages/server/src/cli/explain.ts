import { MasterKeyUnusable } from '../config/master-key.ts'
import type { StoreSettings } from '../config/settings.ts'
import { WrongMasterKey } from '../crypto/data-key-wrapping.ts'

interface Circumstances extends StoreSettings {
  readonly host?: string
  readonly port?: number
}

/** One sentence about why a command could not go on and what to do; never a stack. */
export function explain(fault: unknown, settings: Circumstances): string {
  if (fault instanceof MasterKeyUnusable) return fault.message
  if (fault instanceof WrongMasterKey)
    return 'The master key is not the one this store was made with: give the right one with --master-key-file or COGNATE_MASTER_KEY.'
  const code = codeOf(fault)
  const sentence = sentences[code]?.(settings)
  if (sentence !== undefined) return sentence
  const message = fault instanceof Error ? fault.message.split('\n')[0] : String(fault)
  return `Cognate cannot go on: ${message || code || 'unknown reason'}.`.replace(/\.\.$/, '.')
}

const sentences: Readonly<Record<string, (settings: Circumstances) => string>> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is in use: stop what uses it, or choose another with --port (0 takes any free one).`,
  EADDRNOTAVAIL: ({ host }) => `${host} is no address of this machine: choose another with --host.`,
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: forbidden,
  ENOTDIR: forbidden,
  EEXIST: forbidden,
  ENOSPC: ({ storage }) =>
    `There is no space left where ${placeOf(storage)} lives: make some, or choose another place.`,
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  '28P01': refused,
  '28000': refused,
  '3D000': () => 'The database of --database-url does not exist: create it first.',
}

function unknownHost({ storage, host }: Circumstances): string {
  return storage.kind === 'postgres'
    ? 'The host of --database-url or --host is not known: check their names.'
    : `The host ${host ?? ''} is not known: choose another with --host.`
}

function forbidden({ storage, port }: Circumstances): string {
  const low = port !== undefined && port > 0 && port < 1024 ? `, or port ${port} is reserved` : ''
  return `This user may not write ${placeOf(storage)}${low}: give it the right, or choose another place with --data.`
}

function unreachable(): string {
  return 'The database of --database-url cannot be reached: check that it runs and that host and port are right.'
}

function refused(): string {
  return 'The database of --database-url refused user or password: check both.'
}

function placeOf(storage: StoreSettings['storage']): string {
  return storage.kind === 'sqlite' ? storage.directory : 'the master key'
}

function codeOf(fault: unknown): string {
  // A connection that was tried at several addresses fails with the errors of all of them.
  if (fault instanceof AggregateError && !('code' in fault)) return codeOf(fault.errors[0])
  return fault instanceof Error && 'code' in fault ? String(fault.code) : ''
}
