/** https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html: groups in a pool, and groups of a user. */
export const groupQuotas = { inPool: 10_000, ofUser: 100 } as const
