import type { Pool } from '../../domain/pool.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'
import { domainOf } from './domain-of.ts'

export async function deleteDomain(pool: Pool, name: string, { store }: Pick<World, 'store'>): Promise<void> {
  await settled(async () => {
    const domain = await domainOf(pool, name, { store })
    await store.decide([store.domains.remove(domain)])
  })
}
