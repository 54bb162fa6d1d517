import { changeFunction } from '../flows/functions/change-function.ts'
import { checkVariables } from '../flows/functions/check-variables.ts'
import { variablesContext } from '../functions/sealed-code.ts'
import { type LambdaOperation, membersOf, placeOf } from './lambda-call.ts'
import { textIn } from './members.ts'
import { changedSettings, readVariables } from './read-function.ts'
import { requireRunsHere } from './require-runs-here.ts'
import { writeFunction } from './write-function.ts'

/** What is left out stays: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html */
export const UpdateFunctionConfiguration: LambdaOperation = async (call, world) => {
  const members = membersOf(call)
  const place = placeOf(call)
  const variables = readVariables(members)
  if (variables) checkVariables(variables)
  const sealed = variables && world.sealer.seal(JSON.stringify(variables), variablesContext(place))
  const fn = await changeFunction(
    place,
    {
      revisionId: textIn(members, 'RevisionId', /^.{1,64}$/),
      change: (now) => {
        const settings = changedSettings(members, now.settings)
        requireRunsHere(settings.runtime, call)
        return { settings, ...(sealed !== undefined && { sealedVariables: sealed }) }
      },
    },
    world,
  )
  return { status: 200, body: writeFunction(fn, world) }
}
