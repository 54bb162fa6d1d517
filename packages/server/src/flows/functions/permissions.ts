import { policyTooLong, statementExists, statementNotFound } from '../../domain/function-refusals.ts'
import type { FunctionPlace, LambdaFunction } from '../../domain/lambda-function.ts'
import type { PermissionStatement } from '../../domain/permission-statement.ts'
import { policyDocument } from '../../domain/policy-document.ts'
import type { World } from '../world.ts'
import { changeFunction } from './change-function.ts'

const mostBytes = 20_480

interface Named {
  readonly place: FunctionPlace
  readonly revisionId: string | undefined
}

/** The statement counts from the next event on. */
export function addPermission(
  { place, revisionId }: Named,
  statement: PermissionStatement,
  world: World,
): Promise<LambdaFunction> {
  const change = (fn: LambdaFunction) => {
    if (fn.policy.some(({ id }) => id === statement.id)) throw statementExists(statement.id)
    const policy = [...fn.policy, statement]
    if (Buffer.byteLength(JSON.stringify(policyDocument({ ...fn, policy }))) > mostBytes) throw policyTooLong()
    return { policy }
  }
  return changeFunction(place, { revisionId, change }, world)
}

export async function removePermission({ place, revisionId }: Named, id: string, world: World): Promise<void> {
  const change = (fn: LambdaFunction) => {
    const policy = fn.policy.filter((statement) => statement.id !== id)
    if (policy.length === fn.policy.length) throw statementNotFound(id)
    return { policy }
  }
  await changeFunction(place, { revisionId, change }, world)
}
