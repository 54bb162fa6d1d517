/** https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html: what a pool holds at most, as a new account has it. */
export const resourceQuotas = {
  ResourceServer: 25,
  IdentityProvider: 300,
  ManagedLoginBranding: 20,
  Terms: 40,
} as const
