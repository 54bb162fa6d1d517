import { pbkdf2Sync, scryptSync } from 'node:crypto'
import { hash as argon2 } from '@node-rs/argon2'
import { hash as bcrypt } from '@node-rs/bcrypt'
import { expect, test } from 'vitest'
import { passwordHashFault } from '../domain/password-hash.ts'
import { passwordHashMatches } from './password-hash.ts'

const password = 'Correct-horse-1 ä'
const salt = Buffer.from('0123456789abcdef')
const bare = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
const passlib = (bytes: Buffer) => bare(bytes).replaceAll('+', '.')
const scryptKey = bare(scryptSync(password, salt, 32, { N: 1024, r: 8, p: 2 }))
const pbkdf2Key = pbkdf2Sync(password, salt, 1000, 32, 'sha256')

const hashes = [
  ['BCRYPT', await bcrypt(password, { cost: 4 })],
  ['BCRYPT', await bcrypt(password, { cost: 4, version: '2y' })],
  ['ARGON2ID', await argon2(password, { memoryCost: 64, timeCost: 1, parallelism: 1 })],
  ['SCRYPT', `$scrypt$ln=10,r=8,p=2$${bare(salt)}$${scryptKey}`],
  ['PBKDF2_SHA256', `$pbkdf2-sha256$i=1000$${bare(salt)}$${bare(pbkdf2Key)}`],
  ['PBKDF2_SHA256', `$pbkdf2-sha256$i=1000,l=32$${bare(salt)}$${bare(pbkdf2Key)}`],
  ['PBKDF2_SHA256', `$pbkdf2-sha256$1000$${passlib(salt)}$${passlib(pbkdf2Key)}`],
] as const

test.each(hashes)('%s: %s is the hash of its password and of no other', async (algorithm, hash) => {
  expect(passwordHashFault(algorithm, hash)).toBeUndefined()
  expect(await passwordHashMatches(password, { algorithm, hash })).toBe(true)
  expect(await passwordHashMatches(`${password}!`, { algorithm, hash })).toBe(false)
})

test('hashes that others have computed match', async () => {
  // RFC 7914, section 12: scrypt of "pleaseletmein" and "SodiumChloride"; and section 11: PBKDF2 of "passwd" and "salt".
  const scrypt = `$scrypt$ln=14,r=8,p=1$${bare(Buffer.from('SodiumChloride'))}$${bare(
    Buffer.from(
      '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887',
      'hex',
    ),
  )}`
  const pbkdf2 = `$pbkdf2-sha256$i=1$${bare(Buffer.from('salt'))}$${bare(
    Buffer.from('55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbcaa2ff', 'hex').subarray(0, 32),
  )}`
  expect(await passwordHashMatches('pleaseletmein', { algorithm: 'SCRYPT', hash: scrypt })).toBe(true)
  expect(await passwordHashMatches('passwd', { algorithm: 'PBKDF2_SHA256', hash: pbkdf2 })).toBe(true)
  const hash = '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'
  expect(await passwordHashMatches('U*U', { algorithm: 'BCRYPT', hash })).toBe(true)
})

const long = 'A'.repeat(43)
test.each([
  ['BCRYPT', `$2b$15$${'A'.repeat(53)}`, 'has cost outside of 1 to 14'],
  ['BCRYPT', `$2x$10$${'A'.repeat(53)}`, 'is not a BCRYPT hash'],
  ['BCRYPT', `$2b$+4$${'A'.repeat(53)}`, 'is not a BCRYPT hash'],
  ['BCRYPT', '5f4dcc3b5aa765d61d8327deb882cf99', 'is not a BCRYPT hash'],
  ['ARGON2ID', `$argon2id$v=19$m=131073,t=2,p=1$${long}$${long}`, 'has m outside'],
  ['ARGON2ID', `$argon2id$v=19$m=64,t=11,p=1$${long}$${long}`, 'has t outside'],
  ['ARGON2ID', `$argon2id$v=19$m=64,t=1,p=9$${long}$${long}`, 'has p outside'],
  ['ARGON2ID', `$argon2i$v=19$m=64,t=1,p=1$${long}$${long}`, 'is not a ARGON2ID hash'],
  ['SCRYPT', `$scrypt$ln=18,r=8,p=1$${long}$${long}`, 'has ln outside'],
  ['SCRYPT', `$scrypt$ln=10,r=9,p=1$${long}$${long}`, 'has r outside'],
  ['SCRYPT', `$scrypt$ln=10,r=8,p=0$${long}$${long}`, 'has p outside'],
  ['SCRYPT', `$scrypt$ln=10,r=8,p=1$${long}$`, 'is not a SCRYPT hash'],
  ['PBKDF2_SHA256', `$pbkdf2-sha256$i=2000001$${long}$${long}`, 'has i outside'],
  ['PBKDF2_SHA256', `$pbkdf2-sha512$i=1000$${long}$${long}`, 'is not a PBKDF2_SHA256 hash'],
] as const)('%s: %s cannot be imported: it %s', (algorithm, hash, fault) => {
  expect(passwordHashFault(algorithm, hash)).toContain(fault)
})
