import {
  CreateManagedLoginBrandingCommand,
  DescribeManagedLoginBrandingCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { newPool } from './new-pool.ts'
import { sdkClient } from './sdk-client.ts'
import { startServer } from './server.ts'
import { stores } from './stores.ts'

const [sqlite] = stores

test('a style with 2 MB of images is kept and given back', async () => {
  await using home = await sqlite.open()
  await using server = await startServer(home)
  const { poolId: UserPoolId, clientId: ClientId } = await newPool(server.endpoint)
  const cognito = sdkClient(server.endpoint)
  const Assets = (['LIGHT', 'DARK'] as const).map((ColorMode, at) => ({
    Category: 'PAGE_BACKGROUND' as const,
    ColorMode,
    Extension: 'PNG' as const,
    Bytes: Buffer.alloc(1_000_000, at + 1),
  }))

  const made = await cognito.send(new CreateManagedLoginBrandingCommand({ UserPoolId, ClientId, Assets }))

  const { ManagedLoginBrandingId } = made.ManagedLoginBranding ?? {}
  const kept = await cognito.send(new DescribeManagedLoginBrandingCommand({ UserPoolId, ManagedLoginBrandingId }))
  expect(kept.ManagedLoginBranding?.Assets?.map(({ Bytes }) => Bytes?.length)).toEqual([1_000_000, 1_000_000])
})
