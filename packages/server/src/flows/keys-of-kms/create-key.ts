import type { KmsKey, KmsTag } from '../../domain/kms-key.ts'
import { kmsTooMany } from '../../domain/kms-refusals.ts'
import type { Place } from '../../domain/pool.ts'
import type { World } from '../world.ts'
import { checkPolicy } from './check-policy.ts'
import { checkTags } from './check-tags.ts'
import { keyMaterialContext } from './key-material-context.ts'

interface KeyAsked {
  readonly Description?: string | undefined
  readonly Policy?: string | undefined
  readonly Tags?: readonly KmsTag[] | undefined
  readonly MultiRegion?: boolean | undefined
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html */
const mostKeys = { limit: 100_000, tooMany: () => kmsTooMany('keys') }

/** Makes a symmetric key; its bits are drawn here and never leave in clear. */
export async function createKey(
  place: Place,
  asked: KeyAsked,
  { store, sealer, random, clock }: Pick<World, 'store' | 'sealer' | 'random' | 'clock'>,
): Promise<KmsKey> {
  const { Description = '', Policy = policyOfOwner(place), Tags = [], MultiRegion = false } = asked
  checkPolicy(Policy)
  checkTags(Tags)
  const { account, region } = place
  const id = MultiRegion ? `mrk-${random.bytes(16).toString('hex')}` : random.uuid()
  const sealedMaterial = sealer.seal(random.bytes(32), keyMaterialContext({ account, region, id }))
  const settings = { Description, Policy, Tags, MultiRegion, Enabled: true }
  const key = { account, region, id, settings, sealedMaterial, createdAt: clock.now(), version: 1 }
  await store.decide([store.pools.holdAccount(place), store.kmsKeys.add(key), store.kmsKeys.atMost(place, mostKeys)])
  return key
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
function policyOfOwner({ account }: Place): string {
  const Statement = {
    Sid: 'Enable IAM User Permissions',
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  }
  return JSON.stringify({ Version: '2012-10-17', Id: 'key-default-1', Statement: [Statement] }, null, 2)
}
