import type { FunctionPlace } from '../domain/lambda-function.ts'
import type { Uploads } from '../domain/uploads.ts'
import type { World } from '../flows/world.ts'
import type { HttpRequest } from '../http/message.ts'
import { readMembers, type Members } from './members.ts'
import { readName } from './read-name.ts'

/** A call of the Lambda API, after it was asked who signed it. */
export interface LambdaCall {
  readonly caller: Omit<FunctionPlace, 'name'>
  /** Decoded parts of its address. */
  readonly named: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly request: HttpRequest
  readonly uploads: Uploads
}

export interface LambdaAnswer {
  readonly status: number
  /** JSON, unless it is text that is to be passed on as it is. */
  readonly body?: object | string
  readonly headers?: Readonly<Record<string, string>>
}

export type LambdaOperation = (call: LambdaCall, world: World) => Promise<LambdaAnswer>

export const membersOf = ({ request }: LambdaCall): Members => readMembers(request.body)

/** The function that a call's address names. */
export const placeOf = ({ caller, named, query }: LambdaCall): FunctionPlace =>
  readName(named['name'] ?? '', query.get('Qualifier') ?? undefined, caller)
