import type { CreateUserPoolDomainRequest } from '@cognate/wire/user-pools.ts'

/** A name under which a pool's pages are found: a prefix, or a host of its own. */
export interface PoolDomain {
  /** As AWS calls it: the prefix alone, or the whole host name. */
  readonly domain: string
  readonly poolId: string
  readonly settings: Omit<CreateUserPoolDomainRequest, 'Domain' | 'UserPoolId'>
  readonly createdAt: number
  readonly modifiedAt: number
  readonly version: number
}

export const isCustom = ({ settings }: Pick<PoolDomain, 'settings'>) => settings.CustomDomainConfig !== undefined
