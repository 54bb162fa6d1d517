import type { ClientSettings, Pool } from './pool.ts'

/** What the rules of a client must know besides its settings. */
export interface ClientSituation {
  readonly pool: Pool
  readonly hasSecret: boolean
  readonly doing: 'creating' | 'updating'
}

/** Refuses settings that contradict each other or their pool, with the first rule they break. */
export function checkClientSettings(_settings: ClientSettings, _situation: ClientSituation): void {}
