import { readFile } from 'node:fs/promises'
import type { Given, Layer } from './given.ts'
import { optionNames, options } from './options.ts'

const empty: Layer = { given: {}, problems: [] }

/** The YAML file; its keys are the names of the flags. One that nobody asked for may be missing. */
export async function readSettingsFile(file: string, asked: boolean): Promise<Layer> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (!asked && codeOf(error) === 'ENOENT') return empty
    return problem(`The settings file ${file} cannot be read (${codeOf(error)}): name another with --config.`)
  }
  // Most servers have no file: the parser, 10 MB of memory, is only loaded for one.
  const { parse } = await import('yaml')
  try {
    // Every value is text: an account may begin with zeros, which a number would lose.
    return layerOf(file, parse(text, { schema: 'failsafe' }))
  } catch {
    return problem(`The settings file ${file} is not valid YAML: write one "name: value" a line.`)
  }
}

function layerOf(file: string, content: unknown): Layer {
  if (content === null || content === undefined || content === '') return empty
  if (typeof content !== 'object' || Array.isArray(content))
    return problem(`The settings file ${file} must hold names and values: write one "name: value" a line.`)
  const given: Record<string, Given> = {}
  const problems: string[] = []
  for (const [name, value] of Object.entries(content)) {
    const texts = textsOf(value)
    const where = `${name} in ${file}`
    if (!optionNames.some((option) => option === name && !options[option].environmentOnly))
      problems.push(`${where} is not a setting: remove it, or see cognate --help for the names.`)
    else if (!texts) problems.push(`${where} must be one value, or a list of values.`)
    else given[name] = { texts, origin: where }
  }
  return { given, problems }
}

function textsOf(value: unknown): readonly string[] | undefined {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  const texts = values.filter((entry): entry is string => typeof entry === 'string' && entry !== '')
  return texts.length === values.length ? texts : undefined
}

function problem(sentence: string): Layer {
  return { given: {}, problems: [sentence] }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
}
