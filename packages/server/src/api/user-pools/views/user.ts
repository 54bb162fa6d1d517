import type { UserType } from '@cognate/wire/user-pools.ts'
import { toAttributeList } from '../../../domain/user-attributes.ts'
import type { User } from '../../../domain/user.ts'
import { mfaOptions } from './mfa.ts'

/** A user as an administrator sees them: `sub` is listed among the attributes. */
export function userView(user: User): UserType {
  return {
    Username: user.username,
    Attributes: toAttributeList({ sub: user.sub, ...user.attributes }),
    UserCreateDate: new Date(user.createdAt),
    UserLastModifiedDate: new Date(user.modifiedAt),
    Enabled: user.enabled,
    UserStatus: user.status,
    MFAOptions: mfaOptions(user),
  }
}
