import type { Place, PoolSettings } from './pool.ts'

/** What a request may say of a pool: any of the members, or none. */
export type RequestedPool = { readonly [Member in keyof PoolSettings]?: PoolSettings[Member] | undefined }

/** What the rules of a pool must know besides its completed settings. */
export interface PoolSituation {
  /** What was really said, for the rules that tell saying the default from saying nothing. */
  readonly requested: RequestedPool
  readonly place: Place
  /** The settings that an update replaces. */
  readonly before?: PoolSettings
}
