import type { Given } from './given.ts'
import { optionNames, options } from './options.ts'
import type { OptionName } from './options.ts'
import { isUnfit } from './unfit.ts'
import type { Unfit } from './unfit.ts'

/** What was given, read. */
export type Values = { readonly [Name in OptionName]?: Exclude<ReturnType<(typeof options)[Name]['read']>, Unfit> }

/** By name, where each value came from. */
export type Origins = Readonly<Partial<Record<OptionName, string>>>

export interface ReadValues {
  readonly values: Values
  readonly origins: Origins
  readonly problems: readonly string[]
}

/** Takes each setting from the first layer that has it. */
export function readValues(layers: readonly Readonly<Record<string, Given>>[]): ReadValues {
  const values: Record<string, unknown> = {}
  const origins: Record<string, string> = {}
  const problems: string[] = []
  for (const name of optionNames) {
    const given = layers.find((layer) => Object.hasOwn(layer, name))?.[name]
    if (!given) continue
    const value = options[name].read(given.texts)
    origins[name] = given.origin
    if (isUnfit(value)) problems.push(unfitSentence(name, given, value))
    else values[name] = value
  }
  return { values, origins, problems }
}

function unfitSentence(name: OptionName, { texts, origin }: Given, { must }: Unfit): string {
  const shown = texts.join(', ').slice(0, 100)
  return options[name].secret || shown === ''
    ? `${origin} ${must}.`
    : `${origin} ${must}, not ${JSON.stringify(shown)}.`
}
