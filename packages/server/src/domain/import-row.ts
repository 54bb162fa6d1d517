import type { PasswordHashingAlgorithmType } from '@cognate/wire/user-pools.ts'
import { csvFields, passwordHashColumn } from './csv-columns.ts'
import { importLimits } from './import-job.ts'
import { signsInWithAttribute } from './login-names.ts'
import { passwordHashFault } from './password-hash.ts'
import type { Pool } from './pool.ts'
import { invalid } from './refusals.ts'
import type { Attributes } from './user.ts'

/** What a line of a file says of a user. */
export interface ImportRow {
  readonly username: string
  readonly attributes: Attributes
  readonly mfaEnabled: boolean
  readonly passwordHash?: string
}

/** What a file's lines are read by. */
export interface ImportFormat {
  readonly pool: Pool
  readonly columns: readonly string[]
  readonly passwordHashing?: PasswordHashingAlgorithmType
}

/**
 * Reads a line. Refuses it with a sentence that quotes no value of it.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool-csv-header.html
 */
export function importRow(line: string, format: ImportFormat): ImportRow {
  const { pool, columns } = format
  if (line.length > importLimits.row) throw invalid(`A row can have at most ${importLimits.row} characters.`)
  if (line.includes('\u0000')) throw invalid('Text must not contain U+0000.')
  const fields = csvFields(line)
  if (fields.length !== columns.length) throw invalid('The row does not have as many values as the header has columns.')
  const given = Object.fromEntries(columns.map((column, place) => [column, fields[place] ?? '']))
  const {
    'cognito:username': name = '',
    'cognito:mfa_enabled': mfa = '',
    [passwordHashColumn]: hash,
    ...values
  } = given
  const attributes = attributesOf(values)
  checkAutoVerified(attributes, pool)
  return {
    username: usernameOf(name, attributes, pool),
    attributes,
    mfaEnabled: mfaEnabledOf(mfa, attributes, pool),
    ...(hash && { passwordHash: checkedHash(hash, format) }),
  }
}

function attributesOf(values: Attributes): Attributes {
  const present = Object.entries(values).filter(([, value]) => value !== '')
  return Object.fromEntries(present.map(([name, value]) => [name, valueOf(name, value)]))
}

function valueOf(name: string, value: string): string {
  if (name === 'email_verified' || name === 'phone_number_verified') return value.toLowerCase()
  if (name !== 'birthdate') return value
  const [, month, day, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(value) ?? []
  if (!month) throw invalid('birthdate: The form is mm/dd/yyyy.')
  return `${year}-${month}-${day}`
}

function checkAutoVerified(attributes: Attributes, { settings }: Pool): void {
  const verified = settings.AutoVerifiedAttributes?.some((name) => attributes[`${name}_verified`] === 'true')
  if (!verified)
    throw invalid(
      'The User Record does not set any of the auto verified attributes to true. (Example: email_verified to true).',
    )
}

/** As the model has it for AdminCreateUser. */
const usernamePattern = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u

function usernameOf(name: string, attributes: Attributes, pool: Pool): string {
  const address = attributes['email'] ?? attributes['phone_number'] ?? ''
  const username = name === '' && signsInWithAttribute(pool) ? address : name
  if (!usernamePattern.test(username)) throw invalid('cognito:username: The value is not a username.')
  return username
}

function mfaEnabledOf(flag: string, attributes: Attributes, { settings }: Pool): boolean {
  const enabled = flag.toLowerCase()
  if (enabled !== 'true' && enabled !== 'false') throw invalid('cognito:mfa_enabled: The value is true or false.')
  const mode = settings.MfaConfiguration ?? 'OFF'
  if (enabled === 'true' && mode === 'OFF') throw invalid('cognito:mfa_enabled: MFA is off in the user pool.')
  if (enabled === 'false' && mode === 'ON') throw invalid('cognito:mfa_enabled: MFA is required in the user pool.')
  if (enabled === 'true' && !attributes['phone_number'])
    throw invalid('cognito:mfa_enabled: The user has no phone_number.')
  return enabled === 'true'
}

function checkedHash(hash: string, { passwordHashing }: ImportFormat): string {
  const fault = passwordHashing && passwordHashFault(passwordHashing, hash)
  if (fault) throw invalid(`${passwordHashColumn}: ${fault}`)
  return hash
}
