export type FlowKind = 'sign-up' | 'sign-in' | 'recovery' | 'verification' | 'invitation'

/** The operations that take part in a flow. A function is told of something in no other. */
export const flowKinds: ReadonlyMap<string, FlowKind> = new Map([
  ['SignUp', 'sign-up'],
  ['ConfirmSignUp', 'sign-up'],
  ['ResendConfirmationCode', 'sign-up'],
  ['AdminConfirmSignUp', 'sign-up'],
  ['AdminCreateUser', 'invitation'],
  ['InitiateAuth', 'sign-in'],
  ['AdminInitiateAuth', 'sign-in'],
  ['RespondToAuthChallenge', 'sign-in'],
  ['AdminRespondToAuthChallenge', 'sign-in'],
  ['GetTokensFromRefreshToken', 'sign-in'],
  ['ForgotPassword', 'recovery'],
  ['ConfirmForgotPassword', 'recovery'],
  ['AdminResetUserPassword', 'recovery'],
  ['GetUserAttributeVerificationCode', 'verification'],
  ['UpdateUserAttributes', 'verification'],
  ['AdminUpdateUserAttributes', 'verification'],
  ['VerifyUserAttribute', 'verification'],
])
