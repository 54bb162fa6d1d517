import type { OfferedToClients } from './offered-to-clients.ts'
import type { Pool } from './pool.ts'

/** What the rules of a client must know besides its completed settings. */
export interface ClientSituation {
  readonly pool: Pool
  readonly hasSecret: boolean
  readonly offered: OfferedToClients
  readonly doing: 'creating' | 'updating'
}
