import type { World } from '../world.ts'
import { callTrigger } from './call-trigger.ts'
import { functionOf } from './function-of.ts'
import type { JsonObject, TriggerEvent } from './trigger-event.ts'

/** Tells the function that a pool has for a trigger; undefined where it has none. */
export async function callConfigured(
  event: TriggerEvent,
  world: Pick<World, 'functions' | 'log' | 'journal'>,
): Promise<JsonObject | undefined> {
  const arn = functionOf(event.pool, event.trigger)
  if (arn !== undefined) return callTrigger(arn, event, world)
  world.journal.note({ kind: 'not-configured', trigger: event.trigger, source: event.source })
  return undefined
}
