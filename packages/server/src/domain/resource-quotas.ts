/** How many an account may have of something, and the most that it may be given where AWS names one. */
export interface ResourceQuota {
  readonly standard: number
  readonly most?: number
}

/**
 * What the operator may set for an account: pools and custom domains of an account in a Region, everything else of a
 * pool. https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html#resource-quotas
 */
export const resourceQuotas = {
  UserPools: { standard: 1000, most: 10_000 },
  UserPoolClients: { standard: 1000, most: 10_000 },
  IdentityProviders: { standard: 300, most: 1000 },
  ResourceServers: { standard: 25, most: 300 },
  Groups: { standard: 10_000 },
  UserImportJobs: { standard: 1000 },
  UserImportRows: { standard: 500_000, most: 1_000_000 },
  CustomDomains: { standard: 4 },
  ManagedLoginBrandings: { standard: 20 },
  Terms: { standard: 40 },
} as const satisfies Readonly<Record<string, ResourceQuota>>

export type ResourceQuotaName = keyof typeof resourceQuotas
