import { Command } from 'commander'
import { systemClock } from '../ambient/clock.ts'
import { systemRandom } from '../ambient/random.ts'
import { openMasterKey } from '../config/open-master-key.ts'
import { sealerWith } from '../crypto/sealing.ts'
import { createAccessKey, disableAccessKey, listAccessKeys } from '../flows/access-keys.ts'
import { openDataKeys } from '../flows/data-keys.ts'
import { say } from './io.ts'
import type { Io } from './io.ts'
import { storeCommand } from './store-command.ts'
import type { StoreCommand, StoreWork } from './store-command.ts'

/** `cognate keys create|list|disable`: what operators sign with. Prints JSON. */
export function keysCommand(io: Io, end: (code: number) => void): Command {
  const keys = new Command('keys').description('access keys of operators: create, list, disable')
  for (const command of [create, list, disable]) keys.addCommand(storeCommand(command, io, end))
  return keys
}

const create: StoreCommand = {
  name: 'create',
  about: 'make an access key in --account and print it with its secret, which is shown this once',
  async work({ store, settings, io }) {
    const [clock, random] = [systemClock, systemRandom]
    const masterKey = await openMasterKey(settings.masterKey, store.dataKeys, random)
    const { ring, digestKey } = await openDataKeys({ store, masterKey, random, clock })
    const sealer = sealerWith(ring, digestKey)
    const { id, secret, account } = await createAccessKey(settings.account, { store, sealer, random, clock })
    return print(io, { AccessKeyId: id, SecretAccessKey: secret, Account: account })
  },
}

const list: StoreCommand = {
  name: 'list',
  about: 'print the access keys of --account, without their secrets',
  async work({ store, settings, io }) {
    const keys = await listAccessKeys(settings.account, { store })
    return print(
      io,
      keys.map(({ id, account, status, createdAt }) => ({
        AccessKeyId: id,
        Account: account,
        Status: status,
        CreateDate: new Date(createdAt).toISOString(),
      })),
    )
  },
}

const disable: StoreCommand = {
  name: 'disable',
  arguments: ['<access-key-id>'],
  about: 'stop accepting an access key, on a running server too',
  async work({ store, io, words: [id = ''] }: StoreWork) {
    if (await disableAccessKey(id, { store })) return print(io, { AccessKeyId: id, Status: 'Inactive' })
    say(io.err, ['There is no access key of this id: see cognate keys list.'])
    return 1
  },
}

function print(io: Io, content: unknown): number {
  say(io.out, [JSON.stringify(content)])
  return 0
}
