import { dailyEmails } from './daily-emails.ts'
import { rateQuotas, type RateName } from './rate-quotas.ts'
import { resourceQuotas, type ResourceQuotaName } from './resource-quotas.ts'

/** What the operator may set for an account. */
export interface Quota {
  readonly standard: number
  /** The most that can be set: AWS's own maximum where there is one. */
  readonly most: number
}

const mostAtAll = 1_000_000

/** Every quota that can be set, by its name. */
export const quotas: ReadonlyMap<string, Quota> = new Map<
  RateName | ResourceQuotaName | typeof dailyEmails.quota,
  Quota
>([
  ...Object.entries(rateQuotas).map(
    ([name, { standard }]) => [name as RateName, { standard, most: mostAtAll }] as const,
  ),
  ...Object.entries(resourceQuotas).map(
    ([name, quota]) => [name as ResourceQuotaName, { most: mostAtAll, ...quota }] as const,
  ),
  [dailyEmails.quota, { standard: dailyEmails.standard, most: mostAtAll }],
])
