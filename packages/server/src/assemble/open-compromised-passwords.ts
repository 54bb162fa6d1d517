import { systemClock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import { commonPasswords } from '../compromised/common-passwords.ts'
import type { CompromisedPasswords } from '../compromised/compromised-passwords.ts'
import { openFilter } from '../compromised/filter-file.ts'
import { rangeService } from '../compromised/range-service.ts'
import type { Settings } from '../config/settings.ts'

/** Where compromised passwords are looked up. Throws FilterUnusable. */
export async function openCompromisedPasswords(
  { compromisedPasswords: list }: Pick<Settings, 'compromisedPasswords'>,
  log: Log,
): Promise<CompromisedPasswords> {
  const instead = commonPasswords()
  if (list?.kind === 'filter') return openFilter(list.file, { instead, log })
  return list?.kind === 'service' ? rangeService(list.url, { instead, log, clock: systemClock }) : instead
}
