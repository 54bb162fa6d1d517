import type { Compilable, CompiledQuery } from 'kysely'

/**
 * A query that is compiled at its first use and from then on only filled in: compiling costs more than an embedded
 * read. `build` must not look at the values (it gets placeholders), and every call must name the same values.
 */
export function prepared<Values extends object, Row>(
  build: (values: Values) => Compilable<Row>,
): (values: Values) => CompiledQuery<Row> {
  let template: CompiledQuery<Row> | undefined
  return (values) => {
    template ??= build(placeholdersFor(values)).compile()
    return { ...template, parameters: fill(template.parameters, values) }
  }
}

class Placeholder {
  readonly key: string
  constructor(key: string) {
    this.key = key
  }
}

function placeholdersFor<Values extends object>(values: Values): Values {
  return Object.fromEntries(Object.keys(values).map((key) => [key, new Placeholder(key)])) as Values
}

function fill(parameters: readonly unknown[], values: object): readonly unknown[] {
  const given = values as Readonly<Record<string, unknown>>
  return parameters.map((parameter) => (parameter instanceof Placeholder ? given[parameter.key] : parameter))
}
