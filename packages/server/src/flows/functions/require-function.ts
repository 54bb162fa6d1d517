import { functionNotFound } from '../../domain/function-refusals.ts'
import type { FunctionPlace, LambdaFunction } from '../../domain/lambda-function.ts'
import type { World } from '../world.ts'

export async function requireFunction(place: FunctionPlace, { store }: Pick<World, 'store'>): Promise<LambdaFunction> {
  const found = await store.lambdaFunctions.find(place)
  if (!found) throw functionNotFound(place)
  return found
}
