import type { CodeChunk, FunctionPlace, LambdaFunction } from '../domain/lambda-function.ts'
import type { Page } from './page.ts'
import type { Statement } from './statement.ts'

/** Functions that were made through the Lambda API, and their code. */
export interface LambdaFunctions {
  find(place: FunctionPlace): Promise<LambdaFunction | undefined>
  /** By name. */
  list(
    place: Omit<FunctionPlace, 'name'>,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<Page<LambdaFunction>>
  add(made: LambdaFunction, taken: () => Error): Statement
  /** Refuses an outdated version with Conflict. */
  save(changed: LambdaFunction): Statement
  /** As it was read; refuses an outdated version with Conflict. */
  remove(removed: LambdaFunction): Statement
  /** Code that no function has is forgotten an hour later. */
  addChunk(chunk: CodeChunk): Statement
  chunk(codeId: string, place: number): Promise<string | undefined>
}
