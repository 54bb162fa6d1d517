/** Of what a client's settings may name, what there is in its pool. */
export interface OfferedToClients {
  /** Full names: `<resource server>/<scope>`. */
  readonly scopes: readonly string[]
  /** Names of identity providers besides the pool itself. */
  readonly providers: readonly string[]
}

export const nothingOffered: OfferedToClients = { scopes: [], providers: [] }
