import { Command } from 'commander'
import { systemClock } from '../ambient/clock.ts'
import { systemRandom } from '../ambient/random.ts'
import { openMasterKey } from '../config/open-master-key.ts'
import { keyPairReserve } from '../crypto/key-pair-reserve.ts'
import { sealerWith } from '../crypto/sealing.ts'
import { openDataKeys } from '../flows/data-keys.ts'
import { rotateSigningKeys } from '../flows/tokens/signing-keys.ts'
import { say } from './io.ts'
import type { Io } from './io.ts'
import { storeCommand } from './store-command.ts'
import type { StoreCommand } from './store-command.ts'

export function signingKeysCommand(io: Io, end: (code: number) => void): Command {
  const signingKeys = new Command('signing-keys').description('the keys that a pool signs tokens with: rotate')
  return signingKeys.addCommand(storeCommand(rotate, io, end))
}

const rotate: StoreCommand = {
  name: 'rotate',
  arguments: ['<pool-id>'],
  about: 'give a pool new keys, on a running server too; the old ones stay published until their tokens have expired',
  async work({ store, settings, io, words: [poolId = ''] }) {
    if (!(await store.pools.find(poolId))) {
      say(io.err, ['There is no user pool of this id.'])
      return 1
    }
    const [clock, random] = [systemClock, systemRandom]
    const masterKey = await openMasterKey(settings.masterKey, store.dataKeys, random)
    const { ring, digestKey } = await openDataKeys({ store, masterKey, random, clock })
    const sealer = sealerWith(ring, digestKey)
    await using keyPairs = keyPairReserve(0, random)
    await rotateSigningKeys(poolId, { store, sealer, keyPairs, clock })
    say(io.out, [`The user pool ${poolId} signs with new keys.`])
    return 0
  },
}
