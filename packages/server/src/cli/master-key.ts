import { Command } from 'commander'
import { systemRandom } from '../ambient/random.ts'
import { finishRotation, nextKeyFile } from '../config/open-master-key.ts'
import { readMasterKey, writeMasterKey } from '../config/master-key.ts'
import { rewrapDataKeys } from '../flows/data-keys.ts'
import { say } from './io.ts'
import type { Io } from './io.ts'
import { storeCommand } from './store-command.ts'
import type { StoreCommand } from './store-command.ts'

export function masterKeyCommand(io: Io, end: (code: number) => void): Command {
  const masterKey = new Command('master-key').description('the key that the keys of the store are wrapped with: rotate')
  return masterKey.addCommand(storeCommand(rotate, io, end))
}

/**
 * The new key is on disk before the store depends on it, and the old one is there until the store no longer does; a
 * crash in between is made good by the next start or the next rotation.
 */
const rotate: StoreCommand = {
  name: 'rotate',
  about: 'put a new master key into its file and wrap the keys of the store with it',
  async work({ store, settings, io }) {
    const source = settings.masterKey
    if (source.kind !== 'made' && source.kind !== 'file') {
      say(io.err, [fromEnvironment])
      return 1
    }
    const { file } = source
    await finishRotation(file, store.dataKeys)
    const old = await readMasterKey(file)
    // One that a crash left behind before it was used is as good as a new one.
    await writeMasterKey(nextKeyFile(file), systemRandom.bytes(32), systemRandom)
    const next = await readMasterKey(nextKeyFile(file))
    await rewrapDataKeys({ store, random: systemRandom }, { old, next })
    await finishRotation(file, store.dataKeys)
    say(io.out, [`The master key in ${file} is new: bring it to every other node before it starts again.`])
    return 0
  },
}

const fromEnvironment =
  'The master key comes from COGNATE_MASTER_KEY, which this command cannot change: unset it, put the key into a file ' +
  '(mode 600), run cognate master-key rotate --master-key-file FILE, and set COGNATE_MASTER_KEY to what the file then holds.'
