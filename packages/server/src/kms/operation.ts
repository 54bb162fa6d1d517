import type { OperationName, Operations } from '@cognate/wire/kms.ts'
import type { Signer } from '../flows/authenticate-operator.ts'
import type { World } from '../flows/world.ts'

/** One operation of AWS Key Management Service; who signed is an administrator of their account and Region. */
export type Operation<Name extends OperationName> = (
  input: Operations[Name]['input'],
  context: World & { readonly caller: Signer },
) => Promise<Operations[Name]['output']>
