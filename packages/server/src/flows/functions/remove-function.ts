import type { FunctionPlace } from '../../domain/lambda-function.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'
import { requireFunction } from './require-function.ts'

/** Its code is forgotten later, when nobody can be reading it any more. */
export async function removeFunction(place: FunctionPlace, world: World): Promise<void> {
  await settled(async () => {
    const fn = await requireFunction(place, world)
    await world.store.decide([world.store.lambdaFunctions.remove(fn)])
  })
}
