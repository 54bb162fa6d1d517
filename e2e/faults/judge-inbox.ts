import { hasDone } from './person.ts'
import type { Person } from './person.ts'
import type { Scene } from './scene.ts'

/** The message of a sign-up is there, with its code, and there once. The inbox keeps only the newest: ask soon. */
export async function judgeInbox(person: Person, { server }: Scene): Promise<readonly string[]> {
  const letters = await server.inbox.letters(person.email)
  const expected = hasDone(person, 'signUp') ? 1 : 0
  const coded = letters.filter(({ code }) => code !== null).length
  if (letters.length === expected && coded === expected) return []
  return [`${person.username}: the inbox has ${letters.length} letters, ${coded} with a code, and not ${expected}`]
}
