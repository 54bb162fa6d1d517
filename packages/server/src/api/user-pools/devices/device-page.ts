import type { ListDevicesResponse } from '@cognate/wire/user-pools.ts'
import type { Pool } from '../../../domain/pool.ts'
import type { User } from '../../../domain/user.ts'
import type { World } from '../../../flows/world.ts'
import { pageToken, placeOf } from '../../page-token.ts'
import { deviceView } from '../views/device.ts'

interface Asked {
  readonly which: 'all' | 'remembered'
  readonly Limit?: number | undefined
  readonly PaginationToken?: string | undefined
}

const mostDevices = 60

/** A page of a user's devices. A limit of zero is none. */
export async function devicePage(
  { pool, user }: { readonly pool: Pool; readonly user: User },
  { which, Limit, PaginationToken }: Asked,
  { store, sealer }: World,
): Promise<ListDevicesResponse> {
  const list = `Devices:${which}:${pool.id}:${user.sub}`
  const after = placeOf(PaginationToken, list, sealer)
  const page = await store.devices.list(user, which, { limit: Limit || mostDevices, ...after })
  const Devices = page.items.map((device) => deviceView(device, pool, user))
  return { Devices, PaginationToken: pageToken(page.next, list, sealer) }
}
