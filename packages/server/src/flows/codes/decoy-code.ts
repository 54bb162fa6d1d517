import type { CodeDeliveryDetailsType } from '@cognate/wire/user-pools.ts'
import { isEmail, isPhoneNumber, maskContact, type ContactAttribute } from '../../domain/contact.ts'
import { foldName } from '../../domain/names.ts'
import type { Pool } from '../../domain/pool.ts'
import type { CodePurpose } from '../../domain/session.ts'
import type { Statement } from '../../store/statement.ts'
import { checkChannel } from '../messages/check-channel.ts'
import { codeDigest } from '../messages/code-digest.ts'
import type { World } from '../world.ts'
import { codeLifetimes } from './lifetimes.ts'

/** A code that is not sent, because there is nobody to have it or because they may not, and that must not show. */
export interface Decoy {
  readonly pool: Pool
  /** The sub, or the stand-in of nobody. */
  readonly who: string
  readonly calledAs: string
  readonly purpose: CodePurpose
  /** Where the pool would send a real one, the preferred address first. */
  readonly attributes: readonly ContactAttribute[]
}

/**
 * What stands in for a code message: a code is kept that nobody can know, so that answers to it are judged, counted and
 * refused as any wrong one; the destination is made up, the same each time for the same name.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
 */
export function decoyCode(
  { pool, who, calledAs, purpose, attributes }: Decoy,
  world: Pick<World, 'store' | 'sealer' | 'random' | 'clock' | 'outbox'>,
): { readonly statements: readonly Statement[]; readonly details: CodeDeliveryDetailsType } {
  const { attribute, value } = destination(foldName(pool, calledAs), attributes, { pool, world })
  checkChannel(pool, attribute === 'email' ? 'email' : 'sms', world)
  const now = world.clock.now()
  const holder = { poolId: pool.id, sub: who, purpose }
  const digest = codeDigest(world.random.uuid(), holder, world.sealer)
  const kept = { ...holder, digest, attribute, value: '', createdAt: now, expiresAt: now + codeLifetimes[purpose] }
  return {
    statements: [world.store.codes.put(kept)],
    details: {
      AttributeName: attribute,
      DeliveryMedium: attribute === 'email' ? 'EMAIL' : 'SMS',
      Destination: maskContact(attribute, value),
    },
  }
}

/** The address that the name itself is, where a code could go there; otherwise one made up. */
function destination(
  name: string,
  attributes: readonly ContactAttribute[],
  { pool, world }: { readonly pool: Pool; readonly world: Pick<World, 'sealer'> },
): { readonly attribute: ContactAttribute; readonly value: string } {
  if (attributes.includes('email') && isEmail(name)) return { attribute: 'email', value: name }
  if (attributes.includes('phone_number') && isPhoneNumber(name)) return { attribute: 'phone_number', value: name }
  const bytes = Buffer.from(world.sealer.digest(name, `decoy:${pool.id}`), 'base64url')
  if (attributes[0] === 'phone_number')
    return { attribute: 'phone_number', value: String(bytes.readUInt32BE() % 10_000).padStart(4, '0') }
  const letter = (place: number) => String.fromCharCode(97 + (bytes.readUInt16BE(place) % 26))
  return { attribute: 'email', value: `${letter(0)}@${letter(2)}` }
}
