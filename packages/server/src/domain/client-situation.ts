import type { Pool } from './pool.ts'

/** What the rules of a client must know besides its completed settings. */
export interface ClientSituation {
  readonly pool: Pool
  readonly hasSecret: boolean
  readonly doing: 'creating' | 'updating'
}
