import type { ContextDataType, UserContextDataType } from '@cognate/wire/user-pools.ts'
import { isIP } from 'node:net'
import { type CallOrigin, longestUserAgent } from '../../domain/call-origin.ts'
import { readFingerprint } from '../../domain/device-fingerprint.ts'
import type { AppClient } from '../../domain/pool.ts'

/**
 * Where a person calls from, with what the app tells of them. The address that it tells counts only where the client may
 * speak for people: a server that holds the client's secret.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html
 */
export function claimedOrigin(
  told: UserContextDataType | undefined,
  { settings }: AppClient,
  { origin }: { readonly origin: CallOrigin },
): CallOrigin {
  const address = settings.EnablePropagateAdditionalUserContextData ? told?.IpAddress : undefined
  return { ...origin, ...addressIn(address), fingerprint: readFingerprint(told?.EncodedData) }
}

/** The same where an operator speaks for a person: all of it counts, and nothing of the operator's own call does. */
export function toldOrigin(told: ContextDataType | undefined, { origin }: { readonly origin: CallOrigin }): CallOrigin {
  if (!told) return { ...origin, speaker: 'operator' }
  const header = told.HttpHeaders.find(({ headerName }) => headerName?.toLowerCase() === 'user-agent')
  return {
    ...origin,
    ...addressIn(told.IpAddress),
    userAgent: header?.headerValue?.slice(0, longestUserAgent),
    fingerprint: readFingerprint(told.EncodedData),
  }
}

function addressIn(text: string | undefined): { readonly address?: string } {
  return text !== undefined && isIP(text) !== 0 ? { address: text } : {}
}
