import { Refusal } from '../../domain/refusal.ts'
import { migrationFailed, tooManyPasswords } from '../../domain/refusals.ts'
import { hidesUserExistence } from '../../domain/user-existence.ts'
import { settled } from '../../store/settled.ts'
import type { Statement } from '../../store/statement.ts'
import { claimAliases } from '../attributes/claim-aliases.ts'
import { countTry } from '../codes/judge-code.ts'
import { hourlyLimits } from '../codes/limits.ts'
import { findUser } from '../find-user.ts'
import { nobody } from '../sign-in/identity.ts'
import { nameTaken } from '../sign-up/new-user.ts'
import { functionOf } from '../triggers/function-of.ts'
import { type Migrant, userMigration, type UserMigration } from '../triggers/user-migration.ts'
import type { World } from '../world.ts'
import { migratedUser } from './migrated-user.ts'

/**
 * Where a name leads to nobody, a function may bring them from another directory; afterwards they are there, or the name
 * still leads to nobody. No user is made in the Region of a replica.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-import-using-lambda.html
 */
export async function migrateUser(migration: UserMigration, world: World): Promise<void> {
  const { pool, source, name, region } = migration
  const trigger = 'UserMigration'
  if (functionOf(pool, trigger) === undefined) return world.journal.note({ kind: 'not-configured', trigger, source })
  if (region !== undefined && pool.settings.Replica?.RegionName === region) return
  if (await findUser(pool, name, world)) return
  await world.store.decide([counted(migration, world)])
  const migrant = await userMigration(migration, world)
  if (migrant) await keep(migrant, migration, world)
}

/**
 * Counted before the function hears of it: otherwise passwords could be guessed by many questions at once. Names that
 * differ by letter case may be one in the other directory, so they are counted together even where the pool tells them apart.
 */
function counted({ pool, source, name }: UserMigration, world: World): Statement {
  const guard = { poolId: pool.id, who: nobody(name.normalize('NFKC').toLowerCase(), pool, world), kind: source }
  if (source === 'UserMigration_ForgotPassword')
    return countTry({ ...guard, limit: hourlyLimits.ForgotPassword }, world)
  return world.store.guards.missPassword({ ...guard, now: world.clock.now() }, tooManyPasswords)
}

/** Of two at once one is kept, and both go on with that one. Who cannot be kept is answered as nobody is, or told so [O]. */
async function keep(migrant: Migrant, migration: UserMigration, world: World): Promise<void> {
  const { pool, client, source, name } = migration
  try {
    await keepNew(migrant, migration, world)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (await findUser(pool, name, world)) return
    world.log.warn('user not migrated', { pool: pool.id, source, reason: error.name })
    if (!hidesUserExistence(client)) throw migrationFailed(client.id)
  }
}

async function keepNew(migrant: Migrant, migration: UserMigration, world: World): Promise<void> {
  const { pool } = migration
  const { user, login, aliases } = await migratedUser(migrant, migration, world)
  const claim = { pool, user, aliases, force: migrant.forceAliasCreation, taken: nameTaken }
  await settled(async () =>
    world.store.decide([...world.store.users.add(user, [login], nameTaken), ...(await claimAliases(claim, world))]),
  )
}
