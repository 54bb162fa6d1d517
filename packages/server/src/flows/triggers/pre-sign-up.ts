import type { Pool } from '../../domain/pool.ts'
import type { Attributes } from '../../domain/user.ts'
import type { World } from '../world.ts'
import { callConfigured } from './call-configured.ts'
import { readFlag } from './read-member.ts'

export interface PreSignUp {
  readonly source: 'PreSignUp_AdminCreateUser' | 'PreSignUp_SignUp'
  readonly pool: Pool
  readonly clientId: string | undefined
  readonly userName: string
  /** As they were given: there is no user yet. */
  readonly userAttributes: Attributes
  readonly validationData: Readonly<Record<string, string>> | undefined
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

/** What a function grants to who signs up. */
export interface Grants {
  readonly autoConfirmUser: boolean
  readonly autoVerifyEmail: boolean
  readonly autoVerifyPhone: boolean
}

const none: Grants = { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false }

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html */
export async function preSignUp(
  { source, pool, clientId, userName, userAttributes, validationData, clientMetadata }: PreSignUp,
  world: World,
): Promise<Grants> {
  const request = { userAttributes, validationData: validationData ?? null, clientMetadata }
  const event = { trigger: 'PreSignUp', source, pool, clientId, userName, request, response: { ...none } } as const
  const response = await callConfigured(event, world)
  if (!response) return none
  return {
    autoConfirmUser: readFlag(response, 'autoConfirmUser'),
    autoVerifyEmail: readFlag(response, 'autoVerifyEmail'),
    autoVerifyPhone: readFlag(response, 'autoVerifyPhone'),
  }
}
