import { invalidMember } from '../domain/function-refusals.ts'
import type { LambdaOperation } from './lambda-call.ts'
import { writeFunction } from './write-function.ts'

const most = 50

/** By name; the marker is the last name of a page. https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html */
export const ListFunctions: LambdaOperation = async ({ caller, query }, world) => {
  const wanted = Number(query.get('MaxItems') ?? most)
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 10_000)
    throw invalidMember('maxItems', 'Member must be a whole number from 1 to 10000')
  const after = query.get('Marker') ?? ''
  const page = await world.store.lambdaFunctions.list(caller, { limit: Math.min(wanted, most), after })
  const body = {
    Functions: page.items.map((fn) => writeFunction(fn, world)),
    ...(page.next !== undefined && { NextMarker: page.next }),
  }
  return { status: 200, body }
}
