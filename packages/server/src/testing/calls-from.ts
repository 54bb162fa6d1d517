import { userPools } from '@cognate/wire/user-pools-service.ts'
import type { OperationName, Operations } from '@cognate/wire/user-pools.ts'
import { knock, Refused, requestFor, type TestWorld } from './world.ts'

/** Calls operations in another Region: signed for it, and, unless `host` says otherwise, under the name that Amazon's endpoint there has. */
export function callsFrom(
  region: string,
  { door, clock }: Pick<TestWorld, 'door' | 'clock'>,
  host = `cognito-idp.${region}.localhost:9400`,
) {
  return async function call<Name extends OperationName>(
    name: Name,
    input: Operations[Name]['input'],
  ): Promise<Operations[Name]['output']> {
    const request = requestFor(`${userPools.targetPrefix}.${name}`, JSON.stringify(input), clock.now())
    const authorization = request.headers['authorization']?.replace('/us-east-1/', `/${region}/`)
    const headers = { ...request.headers, authorization, host }
    const { status, body } = await knock(door, { ...request, headers })
    const answer = JSON.parse(body.toString()) as Operations[Name]['output'] & Record<'__type' | 'message', string>
    if (status !== 200) throw new Refused(answer.__type, answer.message)
    return answer
  }
}
