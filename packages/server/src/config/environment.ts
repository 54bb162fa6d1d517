import type { Given, Layer } from './given.ts'
import { environmentName, optionNames, options } from './options.ts'

/** COGNATE_… variables. Lists are separated by commas; an empty variable counts as not there. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Layer {
  const known = new Map<string, string>([...optionNames, 'config'].map((name) => [environmentName(name), name]))
  const given: Record<string, Given> = {}
  const problems: string[] = []
  for (const [variable, text = ''] of Object.entries(variables)) {
    if (text === '' || !isOurs(variable, text)) continue
    const name = known.get(variable)
    if (name === undefined)
      problems.push(`${variable} is not a setting: remove it, or see cognate --help for the names.`)
    else given[name] = { texts: textsOf(name, text), origin: variable }
  }
  return { given, problems }
}

/** COGNATE_TEST_… belongs to the tests; the others are what Kubernetes sets for a service that is called cognate. */
function isOurs(variable: string, text: string): boolean {
  const foreign =
    /^COGNATE_(TEST_|SERVICE_|PORT_\d)/.test(variable) || (variable === 'COGNATE_PORT' && text.startsWith('tcp://'))
  return variable.startsWith('COGNATE_') && !foreign
}

function textsOf(name: string, text: string): readonly string[] {
  const repeatable = optionNames.some((option) => option === name && options[option].repeatable)
  return repeatable ? text.split(',').map((entry) => entry.trim()) : [text]
}
