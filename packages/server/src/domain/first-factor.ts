/** What a sign-in by choice can begin with, by the name of the challenge that asks for it. */
export type FirstFactor = 'PASSWORD' | 'PASSWORD_SRP' | 'WEB_AUTHN' | 'EMAIL_OTP' | 'SMS_OTP'
