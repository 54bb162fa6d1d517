import type { World } from '../flows/world.ts'

/** What of the world the operator's addresses touch. */
export type OperatorWorld = Pick<
  World,
  'store' | 'sealer' | 'outbox' | 'log' | 'site' | 'clock' | 'functions' | 'recorder'
>
