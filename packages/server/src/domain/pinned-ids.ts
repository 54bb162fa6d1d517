import { invalid } from './refusals.ts'

const poolTags = ['cognate:id', '_custom_id_']
const clientNamePrefix = '_custom_id_:'

/**
 * The pool id a tag asks for, if one does: whole, or only the part after `<region>_`.
 * Pools keep the form AWS gives their ids, so that clients which read the region out of an id still can.
 */
export function pinnedPoolId(tags: Readonly<Record<string, string>> | undefined, region: string): string | undefined {
  const asked = poolTags.map((tag) => tags?.[tag]).find((id) => id !== undefined)
  if (asked === undefined) return undefined
  const id = asked.includes('_') ? asked : `${region}_${asked}`
  if (!/^[0-9A-Za-z]{1,55}$/.test(id.slice(region.length + 1)) || !id.startsWith(`${region}_`) || id.length > 55)
    throw invalid(`The pool id ${asked} is not of the form ${region}_[0-9a-zA-Z]+.`)
  return id
}

/** The client id a ClientName `_custom_id_:<id>` asks for, if it does. Shorter than AWS's longest, since ids of secrets begin with it. */
export function pinnedClientId(clientName: string): string | undefined {
  if (!clientName.startsWith(clientNamePrefix)) return undefined
  const id = clientName.slice(clientNamePrefix.length)
  if (!/^[\w+]{1,100}$/.test(id)) throw invalid(`The client id ${id} is not of the form [\\w+]+.`)
  return id
}
