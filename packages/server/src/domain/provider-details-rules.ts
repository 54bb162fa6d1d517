import type { IdentityProviderTypeType } from '@cognate/wire/user-pools.ts'
import { providerKinds, type ProviderDetails } from './provider-details.ts'
import { invalid } from './refusals.ts'

const addresses = ['oidc_issuer', 'authorize_url', 'token_url', 'attributes_url', 'jwks_uri', 'MetadataURL']
const flags = ['IDPSignout', 'IDPInit', 'EncryptedResponses']
const mostKeys = 50

/** Refuses details that lack something or contradict themselves. Nothing is fetched to find out. */
export function checkProviderDetails(type: IdentityProviderTypeType, details: ProviderDetails): void {
  checkRequired(type, details)
  if (Object.keys(details).length > mostKeys) throw invalid(`ProviderDetails has more than ${mostKeys} keys.`)
  const address = addresses.find((key) => details[key] !== undefined && !isSafeAddress(details[key]))
  if (address) throw invalid(`${address} must be an https URL.`)
  if (type === 'OIDC') checkOneOf(details, 'attributes_request_method', ['GET', 'POST'])
  if (type === 'Facebook' && details['api_version'] !== undefined && !/^v\d+\.\d+$/.test(details['api_version']))
    throw invalid('api_version must be a version of the Graph API, such as v17.0.')
  if (type === 'SAML') checkSaml(details)
}

function checkRequired(type: IdentityProviderTypeType, details: ProviderDetails): void {
  const { required } = providerKinds[type]
  if (required.every((key) => details[key])) return
  throw invalid(`${required.slice(0, -1).join(', ')} and ${required.at(-1)} are all required idp details`)
}

/** The metadata is kept as it is; the one who reads it when somebody signs in judges what it says. */
function checkSaml(details: ProviderDetails): void {
  const { MetadataURL, MetadataFile } = details
  if ((MetadataURL === undefined) === (MetadataFile === undefined))
    throw invalid('Either MetadataURL or MetadataFile is required for a SAML identity provider.')
  if (MetadataFile !== undefined && !MetadataFile.includes('EntityDescriptor'))
    throw invalid('MetadataFile is not a SAML metadata document.')
  for (const flag of flags) checkOneOf(details, flag, ['true', 'false'])
  checkOneOf(details, 'RequestSigningAlgorithm', ['rsa-sha256'])
}

function checkOneOf(details: ProviderDetails, key: string, words: readonly string[]): void {
  const said = details[key]
  if (said !== undefined && !words.includes(said)) throw invalid(`${key} must be ${words.join(' or ')}.`)
}

/** Secrets and keys pass there, so nothing but this machine is reached without TLS. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
}
