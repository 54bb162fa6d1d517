import type { Pool } from '../../../domain/pool.ts'
import { deviceOwnerNotFound } from '../../../domain/refusals.ts'
import type { User } from '../../../domain/user.ts'
import { findUser } from '../../../flows/find-user.ts'
import type { Context } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

/** Whose devices an operator names, for the operations that have no name of their own for a user who is not there. */
export async function operatorDeviceOwner(
  { UserPoolId, Username }: { readonly UserPoolId: string; readonly Username: string },
  context: Context<'operator'>,
): Promise<{ readonly pool: Pool; readonly user: User }> {
  const pool = await operatorPool(UserPoolId, context)
  const user = await findUser(pool, Username, context)
  if (!user) throw deviceOwnerNotFound()
  return { pool, user }
}
