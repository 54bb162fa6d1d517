import { revisionDiffers } from '../../domain/function-refusals.ts'
import type { FunctionPlace, LambdaFunction } from '../../domain/lambda-function.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'
import { requireFunction } from './require-function.ts'

type Changed = Partial<Pick<LambdaFunction, 'settings' | 'sealedVariables' | 'code' | 'policy'>>

/** Changes a function as it is at the moment; with a `revisionId` only if it is still that one. */
export function changeFunction(
  place: FunctionPlace,
  { revisionId, change }: { readonly revisionId: string | undefined; readonly change: (fn: LambdaFunction) => Changed },
  world: World,
): Promise<LambdaFunction> {
  return settled(async () => {
    const { store, random, clock } = world
    const fn = await requireFunction(place, world)
    if (revisionId !== undefined && revisionId !== fn.revisionId) throw revisionDiffers()
    const changed = { ...fn, ...change(fn), revisionId: random.uuid(), modifiedAt: clock.now() }
    await store.decide([store.lambdaFunctions.save(changed)])
    return changed
  })
}
