import { answering, type FunctionEvent, type Handlers, unmoved } from './recorded-functions.ts'

/** Asks once, and lets in whom it asked. */
function define(event: FunctionEvent) {
  const last = event.request.session?.at(-1)?.challengeName
  if (last === 'SRP_A') return answering(event, { challengeName: 'PASSWORD_VERIFIER' })
  return answering(event, last === 'CUSTOM_CHALLENGE' ? { issueTokens: true } : { challengeName: 'CUSTOM_CHALLENGE' })
}

/** A function for every trigger that is served, which lets everything be and takes any answer for right. */
export const easyHandlers: Handlers = {
  PreSignUp: unmoved,
  PostConfirmation: unmoved,
  PreAuthentication: unmoved,
  PostAuthentication: unmoved,
  DefineAuthChallenge: define,
  CreateAuthChallenge: unmoved,
  VerifyAuthChallengeResponse: (event) => answering(event, { answerCorrect: true }),
  PreTokenGeneration: unmoved,
  CustomMessage: unmoved,
  UserMigration: unmoved,
}
