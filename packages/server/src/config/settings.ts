import type { LogLevel } from '../ambient/log.ts'
import type { RecorderSettings } from '../recorder/start-recorder.ts'
import type { WebhookSettings } from './webhook-settings.ts'

/** What one process runs with: flags, environment and file, read, checked and completed. */
export interface Settings {
  readonly profile: Profile
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Host names, beside the loopback ones and that of the public URL, the dev profile answers to. */
  readonly allowedHosts: readonly string[]
  /** Where keys and an embedded store live; not there with `--memory`. */
  readonly storage: Storage
  readonly masterKey: MasterKeySource
  /** Without a trailing slash. In dev it may be absent: see config/public-url.ts. */
  readonly publicUrl?: string
  /** The issuer of pools that do not say otherwise with the tag `cognate:issuer`. */
  readonly issuer: 'cognate' | 'aws'
  /** Account of unknown access keys in dev, and of new keys: twelve digits. */
  readonly account: string
  /** Where the functions of triggers live. */
  readonly functions?: string
  /** Functions that are asked over the web. */
  readonly webhooks?: readonly WebhookSettings[]
  /** Whose functions are invoked where there are no others. */
  readonly lambdaEndpoint?: string
  /** Whether functions that are made through the Lambda API are run. */
  readonly uploadedFunctions: boolean
  /** `smtp://` or `smtps://`; may hold a password. */
  readonly smtp?: string
  readonly tls?: TlsFiles
  /** Without it, the passwords that everybody chooses. */
  readonly compromisedPasswords?: PasswordList
  /** Addresses or CIDR blocks whose X-Forwarded-* headers are believed. */
  readonly trustedProxies: readonly string[]
  /** Whether unknown access keys are refused; always in serve. */
  readonly strict: boolean
  /** Whether a demo pool is made in an empty store. */
  readonly demo: boolean
  /** Whether calls beyond what accounts may make in a second are refused. */
  readonly quotas: boolean
  /** What is recorded of flows; undefined where nothing is. */
  readonly recording: RecorderSettings | undefined
  /** Processes that answer. */
  readonly workers: number
  readonly logLevel: LogLevel
  /** Whether a request may choose the id of its pool or client; always in dev. */
  readonly allowPinnedIds: boolean
}

export type Profile = 'dev' | 'serve'

export type Storage =
  | { readonly kind: 'memory' }
  | { readonly kind: 'sqlite'; readonly directory: string }
  | { readonly kind: 'postgres'; readonly url: string }

/** Where the 32 bytes come from that wrap the keys of the store. */
export type MasterKeySource =
  | { readonly kind: 'given'; readonly key: Buffer }
  | { readonly kind: 'file'; readonly file: string }
  /** Made on the first start. */
  | { readonly kind: 'made'; readonly file: string }
  /** For a store that ends with the process. */
  | { readonly kind: 'passing' }

/** Where compromised passwords are looked up. */
export type PasswordList =
  | { readonly kind: 'filter'; readonly file: string }
  | { readonly kind: 'service'; readonly url: string }

export interface TlsFiles {
  readonly certificate: string
  readonly key: string
}

/** What the commands need that open the store without a server. */
export type StoreSettings = Pick<Settings, 'storage' | 'masterKey' | 'account'>
