import { createPool } from '../flows/pools/create-pool.ts'
import type { TestWorld } from './world.ts'

/** Pools that the caller of a test world must not see: of another account, and of another region. */
export async function poolsOfOthers({ world }: TestWorld): Promise<readonly string[]> {
  const theirs = await createPool({ PoolName: 'theirs' }, { account: '111122223333', region: 'us-east-1' }, world)
  const elsewhere = await createPool({ PoolName: 'elsewhere' }, { account: '000000000000', region: 'eu-west-1' }, world)
  return [theirs.id, elsewhere.id]
}
