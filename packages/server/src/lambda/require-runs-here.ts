import { runtimeUnconfined } from '../domain/function-refusals.ts'
import { runsIn } from '../domain/uploads.ts'
import type { LambdaCall } from './lambda-call.ts'

export function requireRunsHere(runtime: string, { uploads }: Pick<LambdaCall, 'uploads'>): void {
  if (!runsIn(uploads, runtime)) throw runtimeUnconfined()
}
