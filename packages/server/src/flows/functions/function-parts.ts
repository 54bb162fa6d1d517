import type { FunctionSettings } from '../../domain/lambda-function.ts'

/** What a caller says of a function, read and held to its form. */
export interface FunctionParts {
  readonly settings: FunctionSettings
  readonly variables: Readonly<Record<string, string>>
}
