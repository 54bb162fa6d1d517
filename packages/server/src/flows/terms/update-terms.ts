import type { UpdateTermsRequest } from '@cognate/wire/user-pools.ts'
import { updatedTerms } from '../../domain/terms.ts'
import { settled } from '../../store/settled.ts'
import type { Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'
import { findTerms, leadTo, nameOfLead, termsExist, type Terms } from './terms.ts'

export function updateTerms(requested: UpdateTermsRequest, poolId: string, world: World): Promise<Terms> {
  const { resources, decide } = world.store
  return settled(async () => {
    const before = await findTerms(poolId, requested.TermsId, world)
    const document = updatedTerms(before.document, requested)
    const terms = { ...before, document, modifiedAt: world.clock.now() }
    await decide([resources.save(terms), ...(await renaming(before, terms, world))])
    return terms
  })
}

/** Of what leads to the terms, if they have another name now. */
async function renaming(before: Terms, terms: Terms, world: World): Promise<readonly Statement[]> {
  const { resources } = world.store
  if (before.document.TermsName === terms.document.TermsName) return []
  const old = await resources.find(before.poolId, 'TermsOfClient', nameOfLead(before.document))
  return [
    ...(old ? [resources.remove(old)] : []),
    resources.add(leadTo(terms, world), () => termsExist(terms.document)),
  ]
}
