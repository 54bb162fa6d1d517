import { WireError } from '../wire-error.ts'
import type { Violation } from './violation.ts'
import type { WireErrorName } from '../wire-error.ts'

const maxListed = 32

const sentence = ({ shown, path, rule }: Violation): string =>
  `Value ${shown === '' ? '' : `${shown} `}at '${path}' failed to satisfy constraint: ${rule}`

/** The one refusal that names all broken constraints [O]; all are counted, and the first few dozen written out. */
export const refusal = (name: WireErrorName, violations: readonly Violation[]): WireError => {
  const count = `${violations.length} validation error${violations.length === 1 ? '' : 's'} detected: `
  return new WireError(name, count + violations.slice(0, maxListed).map(sentence).join('; '))
}
