/**
 * Tries an hour and user. AWS gives ranges where its risk score decides; the lower end is taken.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
 */
export const hourlyLimits = {
  /** The upper end: a right password comes before each of these codes. */
  AuthenticationCode: 20,
  ChangePassword: 5,
  ConfirmForgotPassword: 15,
  ConfirmSignUp: 15,
  ForgotPassword: 5,
  GetUserAttributeVerificationCode: 5,
  /** The upper end: there may be no other way in. */
  OneTimePasswordSent: 20,
  ResendConfirmationCode: 5,
  VerifyUserAttribute: 15,
} as const
