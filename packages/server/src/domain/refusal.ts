import type { ExceptionName as IdentityPoolsExceptionName } from '@cognate/wire/identity-pools.ts'
import type { ExceptionName as KmsExceptionName } from '@cognate/wire/kms.ts'
import type { ExceptionName as UserPoolsExceptionName } from '@cognate/wire/user-pools.ts'

/** What AWS's own front end refuses with, before any service is asked. */
export type CommonExceptionName =
  | 'AccessDeniedException'
  | 'IncompleteSignatureException'
  | 'InternalErrorException'
  | 'InvalidSignatureException'
  | 'MissingAuthenticationTokenException'
  | 'SerializationException'
  | 'UnknownOperationException'
  | 'UnrecognizedClientException'
  | 'ValidationException'

export type RefusalName = UserPoolsExceptionName | IdentityPoolsExceptionName | KmsExceptionName | CommonExceptionName

/** A "no" with a name the client understands. Everything else that is thrown is a bug. */
export class Refusal extends Error {
  override readonly name: RefusalName

  /** When to try again, where that is known. */
  readonly retryAfterSeconds: number | undefined

  constructor(name: RefusalName, message: string, retryAfterSeconds?: number) {
    super(message)
    this.name = name
    this.retryAfterSeconds = retryAfterSeconds
  }
}
