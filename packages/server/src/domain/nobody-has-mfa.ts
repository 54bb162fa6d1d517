import type { Pool } from './pool.ts'
import { seems, type Nobody } from './seems.ts'

/**
 * Whether a name that leads to nobody is answered as one who must show a second factor, or has a temporary password: such
 * people have no codes to begin with, whatever their name is. If nobody were like them, they would exist.
 */
export function nobodyHasMfa({ settings }: Pool, nobody: Pick<Nobody, 'who'>): boolean {
  return settings.MfaConfiguration === 'ON' || !seems('a single factor', nobody)
}
