import { functionSettingNotOffered, revisionDiffers } from '../domain/function-refusals.ts'
import { changeFunction } from '../flows/functions/change-function.ts'
import { keepCode } from '../flows/functions/keep-code.ts'
import { requireFunction } from '../flows/functions/require-function.ts'
import { type LambdaOperation, membersOf, placeOf } from './lambda-call.ts'
import { textIn } from './members.ts'
import { readArchitecture } from './read-function.ts'
import { readZipFile } from './read-zip-file.ts'
import { writeFunction } from './write-function.ts'

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html */
export const UpdateFunctionCode: LambdaOperation = async (call, world) => {
  const members = membersOf(call)
  const place = placeOf(call)
  const refused = ['Publish', 'DryRun'].find((name) => members[name] === true)
  if (refused !== undefined) throw functionSettingNotOffered(refused)
  const revisionId = textIn(members, 'RevisionId', /^.{1,64}$/)
  const architecture = readArchitecture(members)
  const zip = readZipFile(members)
  const found = await requireFunction(place, world)
  if (revisionId !== undefined && revisionId !== found.revisionId) throw revisionDiffers()
  const code = await keepCode(zip, world)
  const fn = await changeFunction(
    place,
    {
      revisionId,
      change: ({ settings }) => ({ code, settings: { ...settings, ...(architecture && { architecture }) } }),
    },
    world,
  )
  return { status: 200, body: writeFunction(fn, world) }
}
