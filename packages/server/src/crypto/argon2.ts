import { hash, verify } from '@node-rs/argon2'

/** OWASP's first choice for Argon2id (which is the library's default): 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** PHC string, `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`, with a random salt of its own. */
export function argon2Hash(password: string): Promise<string> {
  return hash(password, parameters)
}

/** Whatever parameters the hash names. Text that is no Argon2 hash matches nothing. */
export async function argon2Matches(password: string, phc: string): Promise<boolean> {
  try {
    return await verify(phc, password)
  } catch {
    return false
  }
}
