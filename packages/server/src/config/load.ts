import { resolve } from 'node:path'
import { contradictions } from './contradictions.ts'
import type { Purpose } from './contradictions.ts'
import { readEnvironment } from './environment.ts'
import type { Layer } from './given.ts'
import { readSettingsFile } from './settings-file.ts'
import type { Profile, Settings, StoreSettings } from './settings.ts'
import { settingsOf, storeSettingsOf } from './settings-of.ts'
import { UnusableSettings } from './unusable-settings.ts'
import { readValues } from './values.ts'
import type { Values } from './values.ts'

/** Where settings come from. */
export interface Places {
  readonly flags: Layer
  readonly environment: NodeJS.ProcessEnv
  /** What relative names of files start from. */
  readonly directory: string
}

/** Rejects with UnusableSettings with all that is wrong at once. */
export async function loadSettings(profile: Profile, places: Places): Promise<Settings> {
  return settingsOf(profile, await valuesFor(profile, places), places.directory)
}

/** The same for a command that opens the store without a server. */
export async function loadStoreSettings(places: Places): Promise<StoreSettings> {
  return storeSettingsOf(await valuesFor('store', places), places.directory)
}

async function valuesFor(purpose: Purpose, { flags, environment, directory }: Places): Promise<Values> {
  const variables = readEnvironment(environment)
  const asked = flags.given['config'] ?? variables.given['config']
  const file = await readSettingsFile(resolve(directory, asked?.texts.at(-1) ?? 'cognate.yaml'), asked !== undefined)
  const { values, origins, problems } = readValues([flags.given, variables.given, file.given])
  const all = [
    ...[flags, variables, file].flatMap((layer) => layer.problems),
    ...problems,
    ...contradictions(values, origins, purpose),
  ]
  if (all.length > 0) throw new UnusableSettings(all)
  return values
}
