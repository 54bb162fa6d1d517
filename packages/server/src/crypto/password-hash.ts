import { pbkdf2, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { PasswordHashingAlgorithmType } from '@cognate/wire/user-pools.ts'
import { hashParts, type HashParts } from '../domain/password-hash.ts'
import { argon2Matches } from './argon2.ts'
import { equalInConstantTime } from './constant-time.ts'

/** A password as another system kept it. */
export interface PasswordHash {
  readonly algorithm: PasswordHashingAlgorithmType
  /** Text of the form and within the bounds of domain/password-hash.ts. */
  readonly hash: string
}

/** Whether it is the hash of this password. Takes as long as its parameters ask, off the event loop. */
export function passwordHashMatches(password: string, { algorithm, hash }: PasswordHash): Promise<boolean> {
  return matchers[algorithm](password, hash)
}

type Matcher = (password: string, hash: string) => Promise<boolean>

const matchers: Readonly<Record<PasswordHashingAlgorithmType, Matcher>> = {
  ARGON2ID: argon2Matches,
  BCRYPT: bcryptMatches,
  SCRYPT: derived('SCRYPT', scryptKey),
  PBKDF2_SHA256: derived('PBKDF2_SHA256', pbkdf2Key),
}

/** Loaded when it is needed: its binary is not there for every platform, and most servers never meet such a hash. */
async function bcryptMatches(password: string, hash: string): Promise<boolean> {
  const { verify } = await import('@node-rs/bcrypt')
  return verify(password, hash)
}

function derived(
  algorithm: PasswordHashingAlgorithmType,
  keyOf: (password: string, parts: HashParts, bytes: number) => Promise<Buffer>,
): Matcher {
  return async (password, hash) => {
    const parts = hashParts(algorithm, hash)
    if (!parts) return false
    const expected = Buffer.from(parts.hash, 'base64')
    return equalInConstantTime(await keyOf(password, parts, expected.length), expected)
  }
}

const scryptAsync = promisify(
  (
    password: string,
    salt: Buffer,
    options: { readonly N: number; readonly r: number; readonly p: number; readonly bytes: number },
    done: (error: Error | null, key: Buffer) => void,
  ) => scrypt(password, salt, options.bytes, { ...options, maxmem: 256 * options.N * options.r }, done),
)

async function scryptKey(password: string, { numbers, salt }: HashParts, bytes: number): Promise<Buffer> {
  const { ln = 1, r = 1, p = 1 } = numbers
  return scryptAsync(password, Buffer.from(salt, 'base64'), { N: 2 ** ln, r, p, bytes })
}

const pbkdf2Async = promisify(pbkdf2)

async function pbkdf2Key(password: string, { numbers, salt }: HashParts, bytes: number): Promise<Buffer> {
  return pbkdf2Async(password, Buffer.from(salt, 'base64'), numbers['i'] ?? 1, bytes, 'sha256')
}
