import { functionExists } from '../../domain/function-refusals.ts'
import type { FunctionPlace, LambdaFunction } from '../../domain/lambda-function.ts'
import { variablesContext } from '../../functions/sealed-code.ts'
import type { World } from '../world.ts'
import { checkVariables } from './check-variables.ts'
import type { FunctionParts } from './function-parts.ts'
import { keepCode } from './keep-code.ts'

export async function createFunction(
  place: FunctionPlace,
  { settings, variables, zip }: FunctionParts & { readonly zip: Buffer },
  world: World,
): Promise<LambdaFunction> {
  checkVariables(variables)
  const { store, sealer, random, clock } = world
  const taken = () => functionExists(place.name)
  if (await store.lambdaFunctions.find(place)) throw taken()
  const code = await keepCode(zip, world)
  const now = clock.now()
  const made: LambdaFunction = {
    ...place,
    settings,
    code,
    sealedVariables: sealer.seal(JSON.stringify(variables), variablesContext(place)),
    policy: [],
    revisionId: random.uuid(),
    createdAt: now,
    modifiedAt: now,
    version: 1,
  }
  await store.decide([store.lambdaFunctions.add(made, taken)])
  return made
}
