import { FilterUnusable } from '../compromised/filter-file.ts'
import { MasterKeyUnusable } from '../config/master-key.ts'
import type { StoreSettings } from '../config/settings.ts'
import { TlsUnusable } from '../config/tls-files.ts'
import { UnusableSettings } from '../config/unusable-settings.ts'
import { WrongMasterKey } from '../crypto/data-key-wrapping.ts'

interface Circumstances extends StoreSettings {
  readonly host?: string
  readonly port?: number
}

/** One sentence about why a command could not go on and what to do; never a stack. */
export function explain(fault: unknown, circumstances: Circumstances): string {
  const causes = causesOf(fault)
  if (causes.some((cause) => cause instanceof WrongMasterKey)) return wrongMasterKey
  const sentence = causes.map((cause) => sentences[codeOf(cause)]?.(circumstances)).find((text) => text !== undefined)
  if (sentence !== undefined) return sentence
  const message = fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : ''
  if (readable.some((kind) => fault instanceof kind)) return message
  return `Cognate cannot go on: ${message || codeOf(fault) || 'the reason is unknown'}.`
}

/** Faults whose message says what to do. */
const readable = [MasterKeyUnusable, TlsUnusable, FilterUnusable, UnusableSettings] as const

const wrongMasterKey =
  'The master key is not the one this store was made with: give the right one with --master-key-file or COGNATE_MASTER_KEY.'

const forbidden = ({ storage, port }: Circumstances) =>
  port !== undefined && port > 0 && port < 1024
    ? `This user may not listen on port ${port}, or not write to ${placeOf(storage)}: choose another with --port or --data.`
    : `This user may not write to ${placeOf(storage)}: give it the right, or choose another place with --data.`

const unreachable = () =>
  'The database of --database-url cannot be reached: check that it runs and that its host and port are right.'

const unknownHost = ({ storage, host }: Circumstances) =>
  storage.kind === 'postgres' ? unreachable() : `The host ${host ?? ''} is not known: choose another with --host.`

const refusedUser = () => 'The database of --database-url refused the user or its password: check both.'

const sentences: Readonly<Record<string, (circumstances: Circumstances) => string>> = {
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
  ENOENT: forbidden,
  ENOSPC: ({ storage }) => `There is no space left for ${placeOf(storage)}: make some, or choose another place.`,
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  // https://www.postgresql.org/docs/current/errcodes-appendix.html
  '28P01': refusedUser,
  '28000': refusedUser,
  '3D000': () => 'The database of --database-url does not exist: create it first.',
}

function placeOf(storage: StoreSettings['storage']): string {
  return storage.kind === 'sqlite' ? storage.directory : 'the place of the master key'
}

/** A fault and what it was caused by; a connection that was tried at several addresses failed for each of them. */
function causesOf(fault: unknown): readonly unknown[] {
  if (!(fault instanceof Error)) return [fault]
  const below = [fault.cause, ...(fault instanceof AggregateError ? (fault.errors as readonly unknown[]) : [])]
  return [fault, ...below.filter((cause) => cause !== undefined).flatMap(causesOf)]
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : ''
}
