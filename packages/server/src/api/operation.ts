import type { OperationName, Operations } from '@cognate/wire/user-pools.ts'
import type { CallOrigin } from '../domain/call-origin.ts'
import type { World } from '../flows/world.ts'
import type { Callers } from './callers.ts'

export type Input<Name extends OperationName> = Operations[Name]['input']
export type Output<Name extends OperationName> = Operations[Name]['output']
export type CallerOf<Name extends OperationName> = Operations[Name]['caller']

/** What an operation may touch: the world, who is calling, and from where. */
export type Context<Kind extends keyof Callers> = World & {
  readonly caller: Callers[Kind]
  readonly origin: CallOrigin
}

export interface Operation<Name extends OperationName> {
  readonly name: Name
  readonly caller: CallerOf<Name>
  readonly offered: boolean
  handle(input: Input<Name>, context: Context<CallerOf<Name>>): Promise<Output<Name>>
}

/** One operation of the service. `caller` repeats the model, so a reader sees who may call; the compiler holds them equal. */
export function operation<Name extends OperationName>(
  name: Name,
  caller: CallerOf<Name>,
  handle: Operation<Name>['handle'],
): Operation<Name> {
  return { name, caller, offered: true, handle }
}
