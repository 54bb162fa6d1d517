import type { User } from '../../domain/user.ts'

/** Random with each password, so it tells one from another; there is none where there is no password. */
export function saltOf({ credentials }: User): string {
  return credentials.password?.salt ?? ''
}
