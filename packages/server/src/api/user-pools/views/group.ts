import type { GroupType } from '@cognate/wire/user-pools.ts'
import type { Group } from '../../../domain/group.ts'

export function groupView({ poolId, name, settings, createdAt, modifiedAt }: Group): GroupType {
  return {
    ...settings,
    GroupName: name,
    UserPoolId: poolId,
    CreationDate: new Date(createdAt),
    LastModifiedDate: new Date(modifiedAt),
  }
}
