import type { PasswordHashingAlgorithmType } from '@cognate/wire/user-pools.ts'
import type { Pool } from './pool.ts'

/** The column of password hashes, which a file may have too; a comma in one has its backslash like any other. */
export const passwordHashColumn = 'password_hash'

/**
 * The columns of a file of users, as GetCSVHeader gives them.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool-csv-header.html
 */
export function csvColumnsOf({ settings }: Pool): readonly string[] {
  const attributes = (settings.Schema ?? []).flatMap(({ Name = '' }) => (Name === 'sub' ? [] : [Name]))
  return [...attributes, 'cognito:mfa_enabled', 'cognito:username']
}

/** The columns that the first line of a file names, in its order; undefined when they are not those of the pool. */
export function columnsIn(
  line: string,
  pool: Pool,
  passwordHashing: PasswordHashingAlgorithmType | undefined,
): readonly string[] | undefined {
  const columns = csvFields(line)
  const expected = csvColumnsOf(pool)
  const allowed = passwordHashing ? [...expected, passwordHashColumn] : expected
  const whole = expected.every((column) => columns.includes(column)) && columns.every((name) => allowed.includes(name))
  return whole && new Set(columns).size === columns.length ? columns : undefined
}

/** A comma within a value has a backslash before it; this format has no quotation marks, and no lines in values. */
export function csvFields(line: string): readonly string[] {
  return line.split(/(?<!\\),/).map((field) => field.replaceAll('\\,', ',').trim())
}
