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

/** Throws UnusableSettings with all that is wrong at once. */
export function loadSettings(profile: Profile, places: Places): Settings {
  return settingsOf(profile, valuesFor(profile, places), places.directory)
}

/** The same for a command that opens the store without a server. */
export function loadStoreSettings(places: Places): StoreSettings {
  return storeSettingsOf(valuesFor('store', places), places.directory)
}

function valuesFor(purpose: Purpose, { flags, environment, directory }: Places): Values {
  const variables = readEnvironment(environment)
  const asked = flags.given['config'] ?? variables.given['config']
  const file = readSettingsFile(resolve(directory, asked?.texts.at(-1) ?? 'cognate.yaml'), asked !== undefined)
  const { values, origins, problems } = readValues([flags.given, variables.given, file.given])
  const all = [
    ...[flags, variables, file].flatMap((layer) => layer.problems),
    ...problems,
    ...contradictions(values, origins, purpose),
  ]
  if (all.length > 0) throw new UnusableSettings(all)
  return values
}
