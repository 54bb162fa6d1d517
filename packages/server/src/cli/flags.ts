import { Option } from 'commander'
import type { Command } from 'commander'
import type { Given, Layer } from '../config/given.ts'
import { environmentName, optionNames, options } from '../config/options.ts'
import type { OptionName } from '../config/options.ts'

const configName = 'config'

/** Adds the flags of servers, or only those of the store, to a command. Nothing is judged here, only collected. */
export function withFlags(command: Command, kind: 'server' | 'store'): Command {
  command.addOption(
    flag(configName, {
      argument: 'FILE',
      about: 'settings file; its keys are these flags',
      fallback: './cognate.yaml',
    }),
  )
  for (const name of namesFor(kind)) command.addOption(flag(name, options[name]))
  return command
    .allowUnknownOption()
    .allowExcessArguments()
    .configureHelp({
      optionTerm: ({ flags }) => flags.replace(/\[(.+)\]/, '$1'),
      optionDescription: ({ description }) => description,
    })
}

/** What the command line says, with what is wrong about it; the first `expected` words are no business of flags. */
export function readFlags(command: Command, kind: 'server' | 'store', expected = 0): Layer {
  const given: Record<string, Given> = {}
  const problems = command.args
    .map((argument, at) => strangeArgument(command, argument, at))
    .filter((problem, at) => at >= expected && problem !== '')
  for (const name of [configName, ...namesFor(kind)]) {
    const texts = textsOf(command, name)
    if (texts?.includes('')) problems.push(`--${name} needs a value: see ${pathOf(command)} --help.`)
    else if (texts) given[name] = { texts, origin: `--${name}` }
  }
  return { given, problems }
}

function namesFor(kind: 'server' | 'store'): readonly OptionName[] {
  return optionNames.filter((name) => !options[name].environmentOnly && (kind === 'server' || options[name].ofStore))
}

interface Shown {
  readonly argument?: string
  readonly about: string
  readonly fallback?: string
  readonly repeatable?: true
}

function flag(name: string, { argument, about, fallback, repeatable }: Shown): Option {
  const notes = [...(fallback === undefined ? [] : [`default ${fallback}`]), environmentName(name)]
  // A value that is missing is collected as empty, to be reported with everything else.
  const option = new Option(argument ? `--${name} [${argument}]` : `--${name}`, `${about} (${notes.join('; ')})`)
  if (argument) option.preset('')
  return repeatable
    ? option.argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text])
    : option
}

function textsOf(command: Command, name: string): readonly string[] | undefined {
  const negated = name.startsWith('no-')
  const attribute = camelCase(negated ? name.slice(3) : name)
  if (command.getOptionValueSource(attribute) !== 'cli') return undefined
  const value: unknown = command.getOptionValue(attribute)
  if (typeof value === 'boolean') return [String(value !== negated)]
  return Array.isArray(value) ? value.map(String) : [String(value)]
}

function camelCase(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** A word behind an unknown flag is taken for its value and not reported by itself. */
function strangeArgument(command: Command, argument: string, at: number): string {
  const help = `see ${pathOf(command)} --help`
  if (argument.startsWith('-'))
    return `${argument.split('=')[0]} is not a flag of ${pathOf(command)}: remove it, or ${help}.`
  return command.args[at - 1]?.startsWith('-') ? '' : `${argument} is not expected here: remove it, or ${help}.`
}

/** Such as `cognate keys create`. */
function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()
}
