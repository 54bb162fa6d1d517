import {
  addressBlock,
  masterKey,
  matching,
  notEmpty,
  oneOf,
  publicUrl,
  smtpUrl,
  truth,
  urlOf,
  wholeNumber,
} from './readers.ts'
import type { Reader } from './readers.ts'
import { isUnfit } from './unfit.ts'
import type { Unfit } from './unfit.ts'
import { ofFunction, webhookSecret, webhookUrl } from './webhook-readers.ts'

/** One setting: flag, environment variable and key of the file in one. */
export interface Option<Value> {
  /** What stands for the value in the help; a switch has none. */
  readonly argument?: string
  readonly about: string
  readonly fallback?: string
  readonly repeatable?: true
  /** Its value is never repeated in a message. */
  readonly secret?: true
  /** Not a flag and not in the file: others on the machine could read it there. */
  readonly environmentOnly?: true
  /** Whether the commands that open the store without a server take it too. */
  readonly ofStore?: true
  readonly read: (texts: readonly string[]) => Value | Unfit
}

/** Every setting, in the order of the help. */
export const options = {
  port: one(wholeNumber(0, 65_535), {
    argument: 'NUMBER',
    about: 'port to listen on; 0 takes any free one',
    fallback: '9400',
  }),
  host: one(matching(/^[A-Za-z0-9.:_-]+$/, 'must be an address or a host name'), {
    argument: 'ADDRESS',
    about: 'address to listen on',
    fallback: '127.0.0.1',
  }),
  'allowed-host': many(
    matching(/^[A-Za-z0-9._-]+$|^\[[0-9A-Fa-f:.]+\]$/, 'must be a host name without scheme and port'),
    {
      argument: 'NAME',
      about: 'host name that dev also answers to (repeatable)',
    },
  ),
  data: one(notEmpty, {
    argument: 'DIR',
    about: 'where the embedded store and the master key live',
    fallback: './.cognate',
    ofStore: true,
  }),
  memory: toggle('keep everything in memory and forget it at the end'),
  'database-url': one(urlOf(['postgres:', 'postgresql:'], 'postgres://user@host:5432/cognate'), {
    argument: 'URL',
    about: 'PostgreSQL database instead of the embedded store',
    secret: true,
    ofStore: true,
  }),
  'master-key-file': one(notEmpty, {
    argument: 'FILE',
    about: 'file with the master key: 32 bytes in base64 (or give the key itself in COGNATE_MASTER_KEY)',
    ofStore: true,
  }),
  'master-key': one(masterKey, { about: 'the master key itself', secret: true, environmentOnly: true, ofStore: true }),
  'public-url': one(publicUrl, {
    argument: 'URL',
    about: 'URL under which people reach the server',
    fallback: 'in dev http://localhost:PORT',
  }),
  issuer: one(oneOf('cognate', 'aws'), {
    argument: 'KIND',
    about: "issuer of tokens: our own URL, or AWS's",
    fallback: 'cognate',
  }),
  functions: one(notEmpty, { argument: 'DIR', about: 'where the Lambda functions of triggers live, such as NAME.js' }),
  'function-webhook': many(ofFunction(webhookUrl), {
    argument: 'ARN=URL',
    about: 'https address that a function is asked at, with signed events (repeatable)',
    secret: true,
  }),
  'function-webhook-secret-file': many(ofFunction(notEmpty), {
    argument: 'ARN=FILE',
    about: 'file with what its events are signed with (or give ARN=whsec_… in COGNATE_FUNCTION_WEBHOOK_SECRET)',
  }),
  'function-webhook-secret': many(ofFunction(webhookSecret), {
    about: 'what events are signed with',
    secret: true,
    environmentOnly: true,
  }),
  'lambda-endpoint': one(urlOf(['http:', 'https:'], 'https://lambda.us-east-1.amazonaws.com'), {
    argument: 'URL',
    about: "Lambda API that is asked for functions that are nowhere else, with AWS's usual variables",
  }),
  'allow-uploaded-functions': toggle('run functions that are made through the Lambda API; always so in dev'),
  account: one(matching(/^\d{12}$/, 'must be twelve digits'), {
    argument: 'ID',
    about: 'account of unknown access keys in dev, and of new access keys',
    fallback: '000000000000',
    ofStore: true,
  }),
  smtp: one(smtpUrl, {
    argument: 'URL',
    about: 'mail server that sends the e-mail',
    secret: true,
  }),
  'compromised-passwords': one(notEmpty, {
    argument: 'FILE',
    about: 'own list of compromised passwords, made with cognate compromised-passwords build',
    fallback: 'the common passwords',
  }),
  'compromised-passwords-url': one(urlOf(['http:', 'https:'], 'https://api.pwnedpasswords.com/range'), {
    argument: 'URL',
    about: 'range-query service of compromised passwords',
  }),
  tls: toggle('serve https; needs --tls-cert and --tls-key'),
  'tls-cert': one(notEmpty, { argument: 'FILE', about: 'certificate chain, PEM' }),
  'tls-key': one(notEmpty, { argument: 'FILE', about: 'private key of the certificate, PEM' }),
  'trusted-proxy': many(addressBlock, { argument: 'CIDR', about: 'whose X-Forwarded headers to believe (repeatable)' }),
  strict: toggle('refuse unknown access keys; always so in serve'),
  'no-demo': toggle('make no demo pool; implied by --memory'),
  'allow-pinned-ids': toggle('let requests choose ids of pools and clients; always so in dev'),
  quotas: toggle('refuse calls and e-mails beyond what AWS lets through, or cognate quotas set; so in serve'),
  'no-quotas': toggle('let everybody call, and send e-mails, as often as they like; so in dev'),
  'record-events': toggle('keep in records of flows what functions were told and answered, secrets masked; so in dev'),
  'flow-megabytes': one(wholeNumber(0, 100_000), {
    argument: 'NUMBER',
    about: 'room for records of flows, for cognate flows; 0 records none',
    fallback: '64',
  }),
  'flow-days': one(wholeNumber(1, 365), { argument: 'NUMBER', about: 'days that they are kept', fallback: '7' }),
  workers: one(wholeNumber(1, 256), { argument: 'NUMBER', about: 'processes that answer', fallback: '1' }),
  'log-level': one(oneOf('debug', 'info', 'warn', 'error', 'silent'), {
    argument: 'LEVEL',
    about: 'debug, info, warn, error or silent',
    fallback: 'info',
  }),
}

export type OptionName = keyof typeof options
export const optionNames = Object.keys(options) as readonly OptionName[]

/** `--database-url` is COGNATE_DATABASE_URL. */
export function environmentName(option: string): string {
  return `COGNATE_${option.toUpperCase().replaceAll('-', '_')}`
}

type Described<Value> = Omit<Option<Value>, 'read' | 'repeatable'>

function one<Value>(reader: Reader<Value>, described: Described<Value>): Option<Value> {
  return { ...described, read: (texts) => reader(texts.at(-1) ?? '') }
}

function many<Value>(reader: Reader<Value>, described: Described<readonly Value[]>): Option<readonly Value[]> {
  return {
    ...described,
    repeatable: true,
    read: (texts) => {
      const read = texts.map(reader)
      return read.find(isUnfit) ?? read.flatMap((value) => (isUnfit(value) ? [] : [value]))
    },
  }
}

function toggle(about: string): Option<boolean> {
  return { about, read: (texts) => truth(texts.at(-1) ?? '') }
}
