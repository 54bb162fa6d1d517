import type { Contract } from '@cognate/wire/contract.ts'
import { identityPools } from '@cognate/wire/identity-pools-service.ts'
import { userPools } from '@cognate/wire/user-pools-service.ts'
import { identityPoolOperationRates, userPoolOperationRates } from '../domain/operation-rates.ts'
import type { RateName } from '../domain/rate-quotas.ts'
import type { Callers } from './callers.ts'
import { identityPoolOperations } from './identity-pools/operations.ts'
import type { Context } from './operation.ts'
import { userPoolOperations } from './user-pools/operations.ts'

/** An operation with its contract, as the dispatcher meets it: types are forgotten here and nowhere else. */
export interface Served {
  readonly contract: Contract<unknown, unknown>
  /** The service name in the credential scope of its signatures. */
  readonly signingName: string
  readonly offered: boolean
  /** What its calls count in; undefined where AWS names no rate. */
  readonly rate: RateName | undefined
  readonly handle: (input: unknown, context: Context<keyof Callers>) => Promise<unknown>
}

interface Service {
  readonly rates: Readonly<Record<string, RateName | undefined>>
  readonly signingName: string
  readonly contracts: Readonly<Record<string, unknown>>
  readonly operations: Readonly<Record<string, unknown>>
}

const services: ReadonlyMap<string, Service> = new Map([
  [
    userPools.targetPrefix,
    {
      signingName: 'cognito-idp',
      contracts: userPools.operations,
      operations: userPoolOperations,
      rates: userPoolOperationRates,
    },
  ],
  [
    identityPools.targetPrefix,
    {
      signingName: 'cognito-identity',
      contracts: identityPools.operations,
      operations: identityPoolOperations,
      rates: identityPoolOperationRates,
    },
  ],
])

/** What `X-Amz-Target` names: `<prefix>.<operation>`. */
export function servedAt(target: string): Served | undefined {
  const dot = target.indexOf('.')
  const service = services.get(target.slice(0, dot))
  const name = target.slice(dot + 1)
  if (!service || !Object.hasOwn(service.operations, name)) return undefined
  const contract = service.contracts[name] as Served['contract']
  const { offered, handle } = service.operations[name] as Pick<Served, 'offered' | 'handle'>
  return { contract, signingName: service.signingName, offered, handle, rate: service.rates[name] }
}
