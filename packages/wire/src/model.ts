/** Who an operation answers: an operator (signed with an access key), a signed-in user (access token), either that or a sign-in session, or anyone. */
export type Caller = 'operator' | 'user' | 'user-or-session' | 'anyone'

/** One member of a structure, element of a list, key or value of a map: its wire type and its constraints. */
export interface MemberModel {
  readonly type:
    | 'string'
    | 'integer'
    | 'long'
    | 'boolean'
    | 'timestamp'
    | 'blob'
    | 'document'
    | 'structure'
    | 'list'
    | 'map'
  /** Name in `shapes`; only for structures. */
  readonly shape?: string
  /** Name in `enums`; only for strings. */
  readonly enum?: string
  readonly required?: boolean
  readonly sensitive?: boolean
  readonly deprecated?: boolean
  /** Length of a string in UTF-16 units or of a blob in bytes, or the value of a number. */
  readonly min?: number
  readonly max?: number
  readonly minItems?: number
  readonly maxItems?: number
  /** A Java regular expression that the whole value must match. */
  readonly pattern?: string
  /** What may stand before a value that matches the pattern; never in the model, only in our departures from it. */
  readonly prefix?: string
  readonly default?: number
  readonly element?: MemberModel
  readonly key?: MemberModel
  readonly value?: MemberModel
}

export type StructureModel = Readonly<Record<string, MemberModel>>

export interface OperationModel {
  readonly caller: Caller
  readonly input: StructureModel
  /** null where AWS declares no output at all, `{}` where it declares an empty one. */
  readonly output: StructureModel | null
  readonly errors: readonly string[]
}

/** The interface facts of one service, as kept in `model/*.json`. */
export interface ServiceModel {
  readonly service: string
  readonly targetPrefix: string
  readonly enums: Readonly<Record<string, readonly string[]>>
  readonly shapes: Readonly<Record<string, StructureModel>>
  readonly operations: Readonly<Record<string, OperationModel>>
  readonly errors: Readonly<
    Record<string, { readonly fault: 'client' | 'server'; readonly members: readonly string[] }>
  >
}
