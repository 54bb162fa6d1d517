import { Refusal } from '../../domain/refusal.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import type { World } from '../world.ts'

interface Journaled {
  /** The operation that it would be for a client of the API. */
  readonly operation: string
  readonly input: unknown
  readonly pool: Pool
  readonly client: AppClient
}

/** Records what a page does of a flow, as a call of the API is recorded by its door. */
export async function journaled<Done>(
  { operation, input, pool, client }: Journaled,
  act: (world: World) => Promise<Done>,
  world: World,
): Promise<Done> {
  const journal = world.recorder.open({ operation, requestId: world.random.uuid() })
  journal.sent(input)
  journal.at({ pool, clientId: client.id })
  try {
    const done = await act({ ...world, journal })
    journal.close({ kind: 'answered', output: {} })
    return done
  } catch (error) {
    if (error instanceof Refusal) journal.close({ kind: 'refused', name: error.name, message: error.message })
    throw error
  }
}
