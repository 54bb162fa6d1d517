import type { AccessKey } from '../domain/pool.ts'
import type { World } from './world.ts'

/** What a secret access key is sealed for; a sealed one cannot be moved to another key. */
export const accessKeySecretContext = (id: string) => `access-key:${id}`

type Keys = Pick<World, 'store' | 'sealer' | 'random' | 'clock'>

/** A key pair for an operator; the secret is shown this once. Forms as AWS's: `AKIA…`, 20 characters, and 40. */
export async function createAccessKey(
  account: string,
  { store, sealer, random, clock }: Keys,
): Promise<{ readonly id: string; readonly secret: string; readonly account: string }> {
  const id = `AKIA${random.text(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`
  const secret = random.bytes(30).toString('base64')
  const sealedSecret = sealer.seal(secret, accessKeySecretContext(id))
  await store.decide([store.accessKeys.add({ id, account, sealedSecret, status: 'Active', createdAt: clock.now() })])
  return { id, secret, account }
}

export function listAccessKeys(account: string, { store }: Pick<World, 'store'>): Promise<readonly AccessKey[]> {
  return store.accessKeys.list(account)
}

/** The key no longer signs anything; false when there is none of that id. */
export async function disableAccessKey(id: string, { store }: Pick<World, 'store'>): Promise<boolean> {
  const key = await store.accessKeys.find(id)
  if (!key) return false
  await store.decide([store.accessKeys.save({ ...key, status: 'Inactive' })])
  return true
}
