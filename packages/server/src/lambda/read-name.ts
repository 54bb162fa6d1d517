import { functionNotFound, functionSettingNotOffered, invalidMember } from '../domain/function-refusals.ts'
import type { FunctionPlace } from '../domain/lambda-function.ts'

const form =
  /^(?:arn:aws[a-z-]*:lambda:)?(?:(?<region>[a-z]{2}(?:-[a-z]+)+-\d):)?(?:(?<account>\d{12}):)?(?:function:)?(?<name>[a-zA-Z0-9_-]{1,64})(?::(?<qualifier>\$LATEST|[a-zA-Z0-9_-]{1,128}))?$/

/** A function by its name, its ARN or a part of that, where the caller is. There are no versions but the latest. */
export function readName(
  given: string,
  qualifier: string | undefined,
  caller: Omit<FunctionPlace, 'name'>,
): FunctionPlace {
  const found = form.exec(given)?.groups
  if (!found) throw invalidMember('functionName', `Member must satisfy regular expression pattern: ${form.source}`)
  const { region = caller.region, account = caller.account, name = '' } = found
  const place = { region, account, name }
  if (account !== caller.account || region !== caller.region) throw functionNotFound(place)
  const version = qualifier ?? found['qualifier'] ?? '$LATEST'
  if (version !== '$LATEST') throw functionNotFound({ ...place, name: `${name}:${version}` })
  return place
}

/** A new function has no qualifier. */
export function readNewName(given: string, caller: Omit<FunctionPlace, 'name'>): FunctionPlace {
  if (form.exec(given)?.groups?.['qualifier'] !== undefined) throw functionSettingNotOffered('A qualifier')
  return readName(given, undefined, caller)
}
