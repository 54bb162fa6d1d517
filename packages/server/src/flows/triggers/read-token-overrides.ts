import type { PreTokenGenerationLambdaVersionType } from '@cognate/wire/user-pools.ts'
import { functionAnswerUnreadable } from '../../domain/refusals.ts'
import type { ClaimChanges, GroupClaims, TokenOverrides } from '../../tokens/token-overrides.ts'
import { readList, readObject, readText, readTexts } from './read-member.ts'
import type { JsonObject } from './trigger-event.ts'

const unchanged: ClaimChanges = { claimsToAddOrOverride: {}, claimsToSuppress: [] }

/**
 * The first version changes the ID token with texts; the later ones both tokens, with any value.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export function readTokenOverrides(response: JsonObject, version: PreTokenGenerationLambdaVersionType): TokenOverrides {
  const details = readObject(response, version === 'V1_0' ? 'claimsOverrideDetails' : 'claimsAndScopeOverrideDetails')
  const overrides = version === 'V1_0' ? textOverrides(details) : valueOverrides(details)
  if (changesOf(overrides) > mostChanges) throw functionAnswerUnreadable()
  return overrides
}

function textOverrides(details: JsonObject): TokenOverrides {
  const claimsToAddOrOverride = readTexts(details, 'claimsToAddOrOverride')
  const id = { claimsToAddOrOverride, claimsToSuppress: readList(details, 'claimsToSuppress') }
  return { id, access: { ...unchanged, scopesToAdd: [], scopesToSuppress: [] }, ...groupsIn(details) }
}

function valueOverrides(details: JsonObject): TokenOverrides {
  const ofAccess = readObject(details, 'accessTokenGeneration')
  const id = readChanges(readObject(details, 'idTokenGeneration'))
  if (plainInIdTokens.some((name) => typeof id.claimsToAddOrOverride[name] === 'object'))
    throw functionAnswerUnreadable()
  const scopes = {
    scopesToAdd: readList(ofAccess, 'scopesToAdd'),
    scopesToSuppress: readList(ofAccess, 'scopesToSuppress'),
  }
  if (scopes.scopesToAdd.some((scope) => !/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope))) throw functionAnswerUnreadable()
  return { id, access: { ...readChanges(ofAccess), ...scopes }, ...groupsIn(details) }
}

/** Claims that clients of an ID token know the form of [D]. */
const plainInIdTokens = ['address', 'email_verified', 'phone_number_verified', 'updated_at']

function readChanges(details: JsonObject): ClaimChanges {
  const values = Object.entries(readObject(details, 'claimsToAddOrOverride'))
  return {
    claimsToAddOrOverride: Object.fromEntries(values.filter(([, value]) => value !== null)),
    claimsToSuppress: readList(details, 'claimsToSuppress'),
  }
}

/** Groups are left as they are where nothing is said of them; nothing as what is said takes them away [D]. */
function groupsIn(details: JsonObject): { readonly groups?: GroupClaims } {
  if (details['groupOverrideDetails'] === undefined) return {}
  const given = readObject(details, 'groupOverrideDetails')
  return {
    groups: {
      names: readList(given, 'groupsToOverride'),
      roles: readList(given, 'iamRolesToOverride'),
      preferredRole: readText(given, 'preferredRole'),
    },
  }
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
const mostChanges = 5000

function changesOf({ id, access }: TokenOverrides): number {
  const lists = [id.claimsToSuppress, access.claimsToSuppress, access.scopesToAdd, access.scopesToSuppress]
  const claims = [id, access].map(({ claimsToAddOrOverride }) => Object.keys(claimsToAddOrOverride))
  return [...lists, ...claims].reduce((sum, { length }) => sum + length, 0)
}
