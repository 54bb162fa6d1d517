import type { PoolResource } from '../../domain/pool-resource.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { World } from '../world.ts'
import { newResource } from '../resources/add-resource.ts'

export type Terms = PoolResource<'Terms'>

export async function findTerms(poolId: string, id: string, { store }: Pick<World, 'store'>): Promise<Terms> {
  const terms = await store.resources.find(poolId, 'Terms', id)
  if (!terms) throw notFound(`Terms ${id} do not exist.`)
  return terms
}

export async function termsOfClient(
  poolId: string,
  wanted: { readonly ClientId: string; readonly TermsName: string },
  world: Pick<World, 'store'>,
): Promise<Terms> {
  const lead = await world.store.resources.find(poolId, 'TermsOfClient', nameOfLead(wanted))
  if (!lead) throw notFound(`User pool client ${wanted.ClientId} has no terms ${wanted.TermsName}.`)
  return findTerms(poolId, lead.document.TermsId, world)
}

/** What leads from the client and the name to these terms. */
export function leadTo(
  { poolId, name, owner, document }: Terms,
  world: Pick<World, 'clock'>,
): PoolResource<'TermsOfClient'> {
  const lead = { poolId, kind: 'TermsOfClient', name: nameOfLead(document), document: { TermsId: name } } as const
  return newResource({ ...lead, ...(owner !== undefined && { owner }) }, world)
}

export const nameOfLead = ({ ClientId, TermsName }: { readonly ClientId: string; readonly TermsName: string }) =>
  `${ClientId}/${TermsName}`

export const termsExist = ({ ClientId, TermsName }: { readonly ClientId: string; readonly TermsName: string }) =>
  new Refusal('TermsExistsException', `User pool client ${ClientId} already has terms ${TermsName}.`)

const notFound = (message: string) => new Refusal('ResourceNotFoundException', message)
