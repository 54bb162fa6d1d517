import type { CreateGroupRequest } from '@cognate/wire/user-pools.ts'

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html */
export interface Group {
  readonly poolId: string
  /** Never told: who was in a deleted group is not in the next one of its name. */
  readonly id: string
  readonly name: string
  readonly settings: GroupSettings
  readonly createdAt: number
  readonly modifiedAt: number
  /** Counts the saves; a save of an outdated group is refused. */
  readonly version: number
}

/** The members of CreateGroup under their own names. */
export type GroupSettings = Pick<CreateGroupRequest, 'Description' | 'RoleArn' | 'Precedence'>
