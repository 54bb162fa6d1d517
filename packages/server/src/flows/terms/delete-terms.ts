import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'
import { findTerms, nameOfLead } from './terms.ts'

export async function deleteTerms(poolId: string, id: string, { store }: Pick<World, 'store'>): Promise<void> {
  const { resources, decide } = store
  await settled(async () => {
    const terms = await findTerms(poolId, id, { store })
    const lead = await resources.find(poolId, 'TermsOfClient', nameOfLead(terms.document))
    await decide([resources.remove(terms), ...(lead ? [resources.remove(lead)] : [])])
  })
}
