import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { Profile } from './settings.ts'
import type { OptionName } from './options.ts'
import type { Origins, Values } from './values.ts'
import { haveSecrets } from './webhook-settings.ts'

/** What is to run: a server of a profile, or a command that opens the store by itself. */
export type Purpose = Profile | 'store'

interface Rule {
  readonly concerns: readonly Purpose[]
  /** `has` tells whether a setting was given at all, be its value fit or not. */
  readonly broken: (values: Values, has: (name: OptionName) => boolean) => boolean
  /** Says what to do; `named` gives the place where a setting was written. */
  readonly sentence: (named: (name: OptionName) => string) => string
}

const servers: readonly Purpose[] = ['dev', 'serve']
const always: readonly Purpose[] = [...servers, 'store']

const webhookOptions = ['function-webhook', 'function-webhook-secret-file', 'function-webhook-secret'] as const

/** Settings that cannot all be meant. */
const rules: readonly Rule[] = [
  {
    concerns: ['store'],
    broken: (values) => values.memory === true,
    sentence: (named) => `${named('memory')} leaves no store that this command could open: remove it.`,
  },
  ...(['data', 'database-url'] as const).map((other): Rule => ({
    concerns: servers,
    broken: (values, has) => values.memory === true && has(other),
    sentence: (named) =>
      `${named('memory')} keeps nothing and ${named(other)} says where to keep it: give one of the two.`,
  })),
  {
    concerns: servers,
    broken: (values) => values.memory === true && (values.workers ?? 1) > 1,
    sentence: (named) =>
      `${named('memory')} lives in one process and ${named('workers')} asks for several: give one of the two.`,
  },
  {
    concerns: ['dev'],
    broken: (values, has) => !isLoopback(values.host ?? '127.0.0.1') && !has('public-url') && !has('allowed-host'),
    sentence: (named) =>
      `${named('host')} opens dev to other machines: say with --public-url or --allowed-host which host names it answers to.`,
  },
  {
    concerns: ['serve'],
    broken: (_, has) => has('allowed-host'),
    sentence: (named) => `${named('allowed-host')} is of use only to dev: serve answers to every host name. Remove it.`,
  },
  {
    concerns: ['serve'],
    broken: (_, has) => !has('public-url'),
    sentence: () => 'serve needs to know its own address: give it with --public-url, such as https://id.example.com.',
  },
  {
    concerns: ['serve'],
    broken: (_, has) => !has('master-key') && !has('master-key-file'),
    sentence: () =>
      'serve needs a master key: give it with --master-key-file or COGNATE_MASTER_KEY (make one with: openssl rand -base64 32).',
  },
  {
    concerns: always,
    broken: (_, has) => has('master-key') && has('master-key-file'),
    sentence: (named) =>
      `${named('master-key')} and ${named('master-key-file')} both give the master key: give one of the two.`,
  },
  {
    concerns: servers,
    broken: (values, has) => values.tls === true && (!has('tls-cert') || !has('tls-key')),
    sentence: (named) =>
      `${named('tls')} needs a certificate: give --tls-cert FILE and --tls-key FILE (for this machine alone, make them with: ` +
      'openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout key.pem -out cert.pem).',
  },
  {
    concerns: servers,
    broken: (_, has) => has('compromised-passwords') && has('compromised-passwords-url'),
    sentence: (named) =>
      `${named('compromised-passwords')} and ${named('compromised-passwords-url')} both say where compromised passwords are looked up: give one of the two.`,
  },
  ...(['tls-cert', 'tls-key'] as const).map((file): Rule => ({
    concerns: servers,
    broken: (values, has) => values.tls !== true && has(file),
    sentence: (named) => `${named(file)} is of use only with --tls: add --tls, or remove it.`,
  })),
  {
    concerns: servers,
    broken: (values) => values.quotas === true && values['no-quotas'] === true,
    sentence: (named) => `${named('quotas')} and ${named('no-quotas')} contradict each other: give one of the two.`,
  },
  {
    concerns: servers,
    broken: ({ functions, data, memory }) =>
      functions !== undefined && memory !== true && isWithin(data ?? '.cognate', functions),
    sentence: (named) =>
      `${named('functions')} holds the data directory, which functions must not read: keep them apart.`,
  },
  {
    concerns: ['serve'],
    broken: (values) => values['function-webhook']?.some(({ value }) => value.startsWith('http:')) === true,
    sentence: (named) => `${named('function-webhook')} tells functions in the clear: serve needs https.`,
  },
  {
    concerns: servers,
    broken: (values, has) => webhookOptions.every((name) => has(name) === name in values) && !haveSecrets(values),
    sentence: () =>
      'Each --function-webhook needs one secret of its function, and each secret a webhook: give --function-webhook-secret-file ARN=FILE, or ARN=whsec_… in COGNATE_FUNCTION_WEBHOOK_SECRET.',
  },
]

export function contradictions(values: Values, origins: Origins, purpose: Purpose): readonly string[] {
  const has = (name: OptionName) => origins[name] !== undefined
  const named = (name: OptionName) => origins[name] ?? `--${name}`
  return rules
    .filter((rule) => rule.concerns.includes(purpose) && rule.broken(values, has))
    .map((rule) => rule.sentence(named))
}

function isWithin(path: string, directory: string): boolean {
  const way = relative(resolve(directory), resolve(path))
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
}
