import type { KmsAlias, KmsKey } from '../domain/kms-key.ts'
import type { Place } from '../domain/pool.ts'
import type { Most } from './at-most.ts'
import type { Page } from './page.ts'
import type { Statement } from './statement.ts'

interface PageAsked {
  readonly limit: number
  readonly after?: string | undefined
}

export interface KmsKeys {
  /** Not one that was to be gone by `now`. */
  find(place: Place, id: string, now: number): Promise<KmsKey | undefined>
  /** By id. */
  list(place: Place, page: PageAsked, now: number): Promise<Page<KmsKey>>
  add(key: KmsKey): Statement
  /** Throws Conflict where it is not as it was read. */
  save(key: KmsKey): Statement
  /** Behind `pools.holdAccount` and `add`. */
  atMost(place: Place, most: Most): Statement
}

export interface KmsAliases {
  find(place: Place, name: string): Promise<KmsAlias | undefined>
  /** By name; all, or those of a key. */
  list(place: Place, keyId: string | undefined, page: PageAsked): Promise<Page<KmsAlias>>
  add(alias: KmsAlias, taken: () => Error): Statement
  /** Points it at a key. */
  save(alias: KmsAlias, gone: () => Error): Statement
  remove(alias: Place & Pick<KmsAlias, 'name'>, gone: () => Error): Statement
  /** How many a key has; behind `pools.holdAccount` and `add`. */
  atMost(place: Place, keyId: string, most: Most): Statement
}
