import nameRule from 'validator/lib/isFQDN.js'
import { isCustom, type PoolDomain } from './pool-domain.ts'
import type { Pool } from './pool.ts'
import { Refusal } from './refusal.ts'
import { invalid } from './refusals.ts'

type Named = Pick<PoolDomain, 'domain' | 'settings'>

const form = '^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$'
const reservedWords = ['aws', 'amazon', 'cognito']

/**
 * Refuses a domain that cannot be. `publicHost` is where this server itself is found.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html
 */
export function checkDomain(named: Named, pool: Pool, publicHost: string): void {
  if (isCustom(named)) checkCustomDomain(named, publicHost)
  else checkPrefix(named)
  checkVersion(named.settings.ManagedLoginVersion, pool)
}

function checkPrefix({ domain, settings }: Named): void {
  if (!new RegExp(form).test(domain))
    throw invalid(
      `The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and hyphens. Please enter a different name that follows this format: ${form}`,
    )
  const reserved = reservedWords.find((word) => domain.includes(word))
  if (reserved) throw invalid(`Domain cannot contain reserved word: ${reserved}`)
  if (settings.Routing) throw invalid('Routing is supported for custom domains only.')
}

function checkCustomDomain({ domain, settings }: Named, publicHost: string): void {
  if (!nameRule.default(domain))
    throw invalid('Custom domain is not a valid subdomain: a fully qualified domain name is expected.')
  // Under these the pages of other pools are found.
  if (domain === publicHost || `.${domain}`.endsWith(`.auth.${publicHost}`))
    throw invalid(`Custom domain is not a valid subdomain: ${domain} belongs to this server.`)
  if (!/^arn:aws[\w-]*:acm:us-east-1:\d+:certificate\/./.test(settings.CustomDomainConfig?.CertificateArn ?? ''))
    throw invalid('The certificate of a custom domain must be the ARN of an ACM certificate in us-east-1.')
}

function checkVersion(version: number | undefined, { settings }: Pool): void {
  if (version !== undefined && version !== 1 && version !== 2) throw invalid('ManagedLoginVersion must be 1 or 2.')
  if (version === 2 && settings.UserPoolTier === 'LITE')
    throw new Refusal('FeatureUnavailableInTierException', 'Managed login is not available in the LITE pricing tier.')
}
