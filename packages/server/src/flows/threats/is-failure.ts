import { Refusal, type RefusalName } from '../../domain/refusal.ts'
import { sessionExpired, sessionInvalid, sessionSpent } from '../../domain/refusals.ts'

/** Whether somebody failed to show who they are; what is wrong in form, or came twice, says nothing of that. */
export function isFailure(error: unknown): boolean {
  return error instanceof Refusal && failures.has(error.name) && !ofForm.has(error.message)
}

const failures: ReadonlySet<RefusalName> = new Set([
  'NotAuthorizedException',
  'CodeMismatchException',
  'ExpiredCodeException',
  'LimitExceededException',
  'PasswordResetRequiredException',
  'UserNotConfirmedException',
  'UserNotFoundException',
] as const)

const ofForm: ReadonlySet<string> = new Set(
  [sessionExpired, sessionInvalid, sessionSpent].map((refusal) => refusal().message),
)
