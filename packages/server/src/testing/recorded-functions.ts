import type { LambdaConfigType } from '@cognate/wire/user-pools.ts'
import { type Handler, inProcessFunctions } from '../functions/in-process.ts'

/** An event as functions read it. */
export interface FunctionEvent {
  readonly triggerSource: string
  readonly userName: string
  readonly callerContext: { readonly clientId: string }
  readonly request: {
    readonly session?: readonly Round[]
    readonly challengeAnswer?: string
    readonly privateChallengeParameters?: Readonly<Record<string, string>>
    readonly [member: string]: unknown
  }
  readonly response: Record<string, unknown>
}

interface Round {
  readonly challengeName: string
  readonly challengeResult: boolean
  readonly challengeMetadata: string | null
}

export type TriggerName = Exclude<
  keyof LambdaConfigType,
  'PreTokenGenerationConfig' | 'CustomSMSSender' | 'CustomEmailSender' | 'KMSKeyID' | 'InboundFederation'
>
export type Handlers = Readonly<Partial<Record<TriggerName, (event: FunctionEvent) => unknown>>>

export const arnOf = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`
export const answering = (event: FunctionEvent, response: Readonly<Record<string, unknown>>) => ({ ...event, response })
/** One that lets everything be. */
export const unmoved = (event: FunctionEvent) => event

/** Functions in this process, how a pool names them, and what they were told. */
export function recordedFunctions(handlers: Handlers) {
  const events: FunctionEvent[] = []
  const present: Partial<Record<TriggerName, (event: FunctionEvent) => unknown>> = { ...handlers }
  const names = Object.keys(handlers) as readonly TriggerName[]
  const told =
    (name: TriggerName): Handler =>
    (event: FunctionEvent) => {
      events.push(event)
      return present[name]?.(event)
    }
  const LambdaConfig: LambdaConfigType = Object.fromEntries(names.map((name) => [name, arnOf(name)]))
  return {
    events,
    LambdaConfig,
    functions: inProcessFunctions(Object.fromEntries(names.map((name) => [arnOf(name), told(name)]))),
    handle: (next: Handlers) => void Object.assign(present, next),
    /** The sources of what they were told since this was asked last. */
    fired: () => events.splice(0).map(({ triggerSource }) => triggerSource),
  }
}
