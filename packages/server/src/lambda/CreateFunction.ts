import { invalidMember } from '../domain/function-refusals.ts'
import { createFunction } from '../flows/functions/create-function.ts'
import { type LambdaOperation, membersOf } from './lambda-call.ts'
import { objectIn, requiredText } from './members.ts'
import { readSettings, readVariables } from './read-function.ts'
import { readNewName } from './read-name.ts'
import { readZipFile } from './read-zip-file.ts'
import { requireRunsHere } from './require-runs-here.ts'
import { writeFunction } from './write-function.ts'

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
export const CreateFunction: LambdaOperation = async (call, world) => {
  const members = membersOf(call)
  const place = readNewName(requiredText(members, 'FunctionName', /^.{1,140}$/), call.caller)
  const code = objectIn(members, 'Code')
  if (!code) throw invalidMember('code', 'Member must not be null')
  const settings = readSettings(members)
  requireRunsHere(settings.runtime, call)
  const parts = { settings, variables: readVariables(members) ?? {}, zip: readZipFile(code) }
  return { status: 201, body: writeFunction(await createFunction(place, parts, world), world) }
}
