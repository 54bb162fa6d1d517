import { callsFrom } from './calls-from.ts'
import { signInScene } from './sign-in-scene.ts'

const KmsKeyArn = 'arn:aws:kms:us-east-1:000000000000:key/mrk-1234abcd12ab34cd56ef1234567890ab'
export const KeyConfiguration = { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn } as const
const RegionName = 'us-west-2'

/** A pool that may have a replica, in us-east-1, and short words for its replica in us-west-2. */
export async function replicaScene() {
  const scene = await signInScene({ KeyConfiguration })
  const ids = { UserPoolId: scene.UserPoolId, RegionName }
  const create = (more = {}) => scene.call('CreateUserPoolReplica', { ...ids, ...more })
  const set = (Status: 'ACTIVE' | 'INACTIVE') => scene.call('UpdateUserPoolReplica', { ...ids, Status })
  async function createActive(): Promise<void> {
    await create()
    scene.clock.advance(2000)
    await set('ACTIVE')
  }
  return { ...scene, ids, create, set, createActive, there: callsFrom(RegionName, scene) }
}

export type ReplicaScene = Awaited<ReturnType<typeof replicaScene>>
