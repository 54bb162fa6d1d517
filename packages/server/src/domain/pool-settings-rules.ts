import type { Place, PoolSettings } from './pool.ts'
import { invalid } from './refusals.ts'

/** What a request said, for the rules that ask whether something was said at all. */
type Requested = { readonly [Member in keyof PoolSettings]?: PoolSettings[Member] | undefined }

/** Refuses settings that contradict each other, with the first rule they break. */
export function checkPoolSettings(settings: PoolSettings, requested: Requested, _place: Place): void {
  if (settings.AliasAttributes?.length && settings.UsernameAttributes?.length)
    throw invalid('Only one of the aliasAttributes or usernameAttributes can be set in a user pool.')
  void requested
}
