import { KMSClient } from '@aws-sdk/client-kms'
import { systemClock } from '../ambient/clock.ts'
import { createAccessKey } from '../flows/access-keys.ts'
import { listenerFor } from '../http/testing/listener-for.ts'
import { kmsDoor } from '../kms/kms-door.ts'
import { testWorld } from './world.ts'

/** The strict door of keys behind a listener, and AWS's own client of an account that has an access key. */
export async function kmsScene() {
  const it = await testWorld({ clientClock: systemClock })
  const door = kmsDoor({ accountOfUnknownKeys: undefined, metrics: it.metrics }, it.world)
  const listener = await listenerFor([door])
  const clientOf = async (account: string, region = 'us-east-1') => {
    const { id: accessKeyId, secret: secretAccessKey } = await createAccessKey(account, it.world)
    return new KMSClient({ endpoint: listener.address, region, credentials: { accessKeyId, secretAccessKey } })
  }
  return {
    ...it,
    address: listener.address,
    clientOf,
    client: await clientOf(account),
    async [Symbol.asyncDispose]() {
      await listener[Symbol.asyncDispose]()
      await it[Symbol.asyncDispose]()
    },
  }
}

const account = '111122223333'
