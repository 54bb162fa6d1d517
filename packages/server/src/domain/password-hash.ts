import type { PasswordHashingAlgorithmType } from '@cognate/wire/user-pools.ts'

/** A hash in its parts; `salt` and `hash` are base64 without padding. Of bcrypt and Argon2 the library reads the text itself. */
export interface HashParts {
  readonly numbers: Readonly<Record<string, number>>
  readonly salt: string
  readonly hash: string
}

interface Form {
  readonly pattern: RegExp
  /** What a hash may ask of the server that verifies it, lest a file make sign-ins slow or take its memory. */
  readonly most: Readonly<Record<string, number>>
}

const forms: Readonly<Record<PasswordHashingAlgorithmType, Form>> = {
  // The modular crypt form of bcrypt.
  BCRYPT: { pattern: /^\$2[aby]\$(?<cost>\d\d)\$[./A-Za-z0-9]{53}$/, most: { cost: 14 } },
  // The PHC form, https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md
  ARGON2ID: {
    pattern:
      /^\$argon2id\$v=19\$m=(?<m>\d{1,7}),t=(?<t>\d{1,3}),p=(?<p>\d{1,3})\$(?<salt>[\w+/-]{11,86})\$(?<hash>[\w+/-]{16,86})$/,
    most: { m: 131_072, t: 10, p: 8 },
  },
  SCRYPT: {
    pattern:
      /^\$scrypt\$ln=(?<ln>\d{1,2}),r=(?<r>\d{1,2}),p=(?<p>\d{1,2})\$(?<salt>[A-Za-z0-9+/]{1,86})\$(?<hash>[A-Za-z0-9+/]{22,86})$/,
    most: { ln: 17, r: 8, p: 4 },
  },
  // The PHC form, and the one of Python's passlib, whose base64 has a dot for the plus.
  PBKDF2_SHA256: {
    pattern:
      /^\$pbkdf2-sha256\$(?:i=)?(?<i>\d{1,7})(?:,l=\d{1,2})?\$(?<salt>[A-Za-z0-9+/.]{1,86})\$(?<hash>[A-Za-z0-9+/.]{22,86})$/,
    most: { i: 2_000_000 },
  },
}

/** The parts of a hash that has the algorithm's form; undefined otherwise. */
export function hashParts(algorithm: PasswordHashingAlgorithmType, text: string): HashParts | undefined {
  const { pattern, most } = forms[algorithm]
  const groups = pattern.exec(text)?.groups
  if (!groups) return undefined
  const numbers = Object.fromEntries(Object.keys(most).map((name) => [name, Number(groups[name])]))
  const plain = (part = '') => part.replaceAll('.', '+')
  return { numbers, salt: plain(groups['salt']), hash: plain(groups['hash']) }
}

/** What is wrong with a hash that is to be imported: its form, or what it would cost to verify it. */
export function passwordHashFault(algorithm: PasswordHashingAlgorithmType, text: string): string | undefined {
  const parts = hashParts(algorithm, text)
  if (!parts) return `The value is not a ${algorithm} hash.`
  const { most } = forms[algorithm]
  const outside = Object.entries(most).find(([name, limit]) => !within(parts.numbers[name] ?? 0, limit))
  return outside && `The ${algorithm} hash has ${outside[0]} outside of 1 to ${outside[1]}.`
}

const within = (value: number, most: number) => value >= 1 && value <= most
