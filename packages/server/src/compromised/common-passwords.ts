import type { CompromisedPasswords } from './compromised-passwords.ts'

/**
 * The fifty thousand passwords that are chosen most often, in whatever case. They are read when they are first asked for
 * (40 ms, 8 MB): a server whose pools do not watch never does.
 */
export function commonPasswords(): CompromisedPasswords {
  let list: Promise<ReadonlySet<string>> | undefined
  return {
    async contains(password) {
      list ??= load()
      return (await list).has(password.toLowerCase())
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'].map(String))
}
