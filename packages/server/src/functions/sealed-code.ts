import type { Sealer } from '../crypto/sealing.ts'
import type { FunctionPlace, LambdaFunction } from '../domain/lambda-function.ts'
import type { Store } from '../store/store.ts'

export const chunkContext = (codeId: string, place: number) => `function code:${codeId}:${place}`
export const variablesContext = ({ account, region, name }: FunctionPlace) =>
  `function variables:${account}:${region}:${name}`

interface Cellar {
  readonly store: Pick<Store, 'lambdaFunctions'>
  readonly sealer: Pick<Sealer, 'unseal'>
}

/** The zip file of a function. Undefined when it was replaced meanwhile. */
export async function readCode({ code }: LambdaFunction, { store, sealer }: Cellar): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  for (let place = 0; place < code.chunks; place++) {
    const sealed = await store.lambdaFunctions.chunk(code.id, place)
    if (sealed === undefined) return undefined
    parts.push(sealer.unseal(sealed, chunkContext(code.id, place)))
  }
  return Buffer.concat(parts)
}

export function readVariables(
  fn: LambdaFunction,
  { sealer }: Pick<Cellar, 'sealer'>,
): Readonly<Record<string, string>> {
  return JSON.parse(sealer.unseal(fn.sealedVariables, variablesContext(fn)).toString()) as Record<string, string>
}
