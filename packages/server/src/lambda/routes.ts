import { AddPermission } from './AddPermission.ts'
import { CreateFunction } from './CreateFunction.ts'
import { DeleteFunction } from './DeleteFunction.ts'
import { GetFunction } from './GetFunction.ts'
import { GetFunctionCodeSigningConfig } from './GetFunctionCodeSigningConfig.ts'
import { GetFunctionConcurrency } from './GetFunctionConcurrency.ts'
import { GetFunctionConfiguration } from './GetFunctionConfiguration.ts'
import { GetPolicy } from './GetPolicy.ts'
import { Invoke } from './Invoke.ts'
import type { LambdaOperation } from './lambda-call.ts'
import { ListFunctions } from './ListFunctions.ts'
import { ListTags } from './ListTags.ts'
import { ListVersionsByFunction } from './ListVersionsByFunction.ts'
import { RemovePermission } from './RemovePermission.ts'
import { UpdateFunctionCode } from './UpdateFunctionCode.ts'
import { UpdateFunctionConfiguration } from './UpdateFunctionConfiguration.ts'

export interface Route {
  readonly method: string
  readonly path: RegExp
  readonly operation: LambdaOperation
  /** Of a body that may be larger than other requests'. */
  readonly largeBytes?: number
  /** Whether it needs functions of this API to be run here. */
  readonly runs?: true
}

const one = '/functions/(?<name>[^/]+)'
const at = (path: string) => new RegExp(`^${path}/?$`)

/** AWS's own bounds of requests. */
const codeBytes = 70_167_211
const payloadBytes = 6_291_556

/** The operations by which AWS's clients make and run functions; no other is served. */
export const routes: readonly Route[] = [
  { method: 'POST', path: at('/2015-03-31/functions'), operation: CreateFunction, largeBytes: codeBytes, runs: true },
  { method: 'GET', path: at('/2015-03-31/functions'), operation: ListFunctions },
  { method: 'GET', path: at(`/2015-03-31${one}`), operation: GetFunction },
  { method: 'DELETE', path: at(`/2015-03-31${one}`), operation: DeleteFunction },
  { method: 'GET', path: at(`/2015-03-31${one}/configuration`), operation: GetFunctionConfiguration },
  { method: 'PUT', path: at(`/2015-03-31${one}/configuration`), operation: UpdateFunctionConfiguration, runs: true },
  {
    method: 'PUT',
    path: at(`/2015-03-31${one}/code`),
    operation: UpdateFunctionCode,
    largeBytes: codeBytes,
    runs: true,
  },
  { method: 'POST', path: at(`/2015-03-31${one}/invocations`), operation: Invoke, largeBytes: payloadBytes },
  { method: 'POST', path: at(`/2015-03-31${one}/policy`), operation: AddPermission },
  { method: 'GET', path: at(`/2015-03-31${one}/policy`), operation: GetPolicy },
  { method: 'DELETE', path: at(`/2015-03-31${one}/policy/(?<statement>[^/]+)`), operation: RemovePermission },
  { method: 'GET', path: at(`/2015-03-31${one}/versions`), operation: ListVersionsByFunction },
  { method: 'GET', path: at('/2017-03-31/tags/(?<name>[^/]+)'), operation: ListTags },
  { method: 'GET', path: at(`/2019-09-30${one}/concurrency`), operation: GetFunctionConcurrency },
  { method: 'GET', path: at(`/2020-06-30${one}/code-signing-config`), operation: GetFunctionCodeSigningConfig },
]
