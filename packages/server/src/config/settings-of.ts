import { join, resolve } from 'node:path'
import type { MasterKeySource, Profile, Settings, Storage, StoreSettings } from './settings.ts'
import type { Values } from './values.ts'
import { webhooksOf } from './webhook-settings.ts'

const defaults = {
  host: '127.0.0.1',
  port: 9400,
  account: '000000000000',
  'allowed-host': [],
  issuer: 'cognate',
  'trusted-proxy': [],
  workers: 1,
  'log-level': 'info',
  'flow-megabytes': 64,
  'flow-days': 7,
} as const

/** Values that do not contradict each other, completed with the defaults; names of files start from `directory`. */
export function settingsOf(profile: Profile, values: Values, directory: string): Settings {
  const dev = profile === 'dev'
  const { host, port, issuer, workers, ...given } = { ...defaults, ...values }
  return {
    ...storeSettingsOf(values, directory),
    profile,
    host,
    port,
    issuer,
    workers,
    ...optionalSettings(values, directory),
    allowedHosts: given['allowed-host'],
    trustedProxies: given['trusted-proxy'],
    logLevel: given['log-level'],
    strict: !dev || values.strict === true,
    quotas: values.quotas ?? (!dev && values['no-quotas'] !== true),
    recording: recordingOf(profile, { ...defaults, ...values }),
    uploadedFunctions: dev || values['allow-uploaded-functions'] === true,
    demo: dev && values.memory !== true && values['no-demo'] !== true,
    allowPinnedIds: dev || values['allow-pinned-ids'] === true,
  }
}

type Recorded = 'flow-megabytes' | 'flow-days'

function recordingOf(profile: Profile, values: Values & Readonly<Record<Recorded, number>>): Settings['recording'] {
  const megabytes = values['flow-megabytes']
  if (megabytes === 0) return undefined
  const bodies = profile === 'dev' || values['record-events'] === true ? 'kept' : 'left-out'
  return { mostCharacters: megabytes * 1_000_000, keepMs: values['flow-days'] * 86_400_000, bodies }
}

function optionalSettings(
  values: Values,
  directory: string,
): Pick<Settings, 'publicUrl' | 'functions' | 'webhooks' | 'lambdaEndpoint' | 'smtp' | 'tls' | 'compromisedPasswords'> {
  const { 'public-url': publicUrl, functions, smtp, 'lambda-endpoint': lambdaEndpoint } = values
  return {
    ...(publicUrl !== undefined && { publicUrl }),
    ...(functions !== undefined && { functions: resolve(directory, functions) }),
    ...(values['function-webhook'] !== undefined && { webhooks: webhooksOf(values, directory) }),
    ...(lambdaEndpoint !== undefined && { lambdaEndpoint }),
    ...(smtp !== undefined && { smtp }),
    ...tlsOf(values, directory),
    ...passwordListOf(values, directory),
  }
}

/** The part that commands without a server need. */
export function storeSettingsOf(values: Values, directory: string): StoreSettings {
  const data = resolve(directory, values.data ?? '.cognate')
  return {
    storage: storageOf(values, data),
    masterKey: masterKeyOf(values, data, directory),
    account: values.account ?? defaults.account,
  }
}

function storageOf(values: Values, data: string): Storage {
  if (values.memory) return { kind: 'memory' }
  const url = values['database-url']
  return url === undefined ? { kind: 'sqlite', directory: data } : { kind: 'postgres', url }
}

function masterKeyOf(values: Values, data: string, directory: string): MasterKeySource {
  const key = values['master-key']
  const file = values['master-key-file']
  if (key) return { kind: 'given', key }
  if (file !== undefined) return { kind: 'file', file: resolve(directory, file) }
  return values.memory ? { kind: 'passing' } : { kind: 'made', file: join(data, 'master-key') }
}

function passwordListOf(values: Values, directory: string): Pick<Settings, 'compromisedPasswords'> {
  const { 'compromised-passwords': file, 'compromised-passwords-url': url } = values
  if (file !== undefined) return { compromisedPasswords: { kind: 'filter', file: resolve(directory, file) } }
  return url === undefined ? {} : { compromisedPasswords: { kind: 'service', url } }
}

function tlsOf(values: Values, directory: string): Pick<Settings, 'tls'> {
  const { 'tls-cert': certificate, 'tls-key': key } = values
  if (!values.tls || certificate === undefined || key === undefined) return {}
  return { tls: { certificate: resolve(directory, certificate), key: resolve(directory, key) } }
}
