import type { Contract } from './contract.ts'

/** The generated table of a service: for each operation the types of its input and output. */
export type OperationTypes<Table> = { readonly [Name in keyof Table]: { input: unknown; output: unknown } }

/** A service of the wire. `operations` has no prototype, so a name from a request can be looked up in it as it is. */
export interface Service<Table extends OperationTypes<Table>> {
  /** What stands before the dot in `X-Amz-Target`. */
  readonly targetPrefix: string
  readonly operations: { readonly [Name in keyof Table]: Contract<Table[Name]['input'], Table[Name]['output']> }
}
