import type { Database } from './database.ts'
import { type DeviceRow, toDevice, toDeviceRow } from './device-rows.ts'
import type { DevicePlace, Devices } from './device-store.ts'
import { pageOf } from './page.ts'
import { prepared } from './prepared.ts'

type Owner = Pick<DeviceRow, 'pool_id' | 'sub'>
type Place = Owner & Pick<DeviceRow, 'device_key'>

export function devicesIn(database: Database): Devices {
  return { ...readsIn(database), ...addingIn(database), ...changingIn(database) }
}

function readsIn({ compiler, rows }: Database): Pick<Devices, 'find' | 'list'> {
  const find = prepared((at: Place) =>
    compiler
      .selectFrom('devices')
      .selectAll()
      .where('pool_id', '=', at.pool_id)
      .where('sub', '=', at.sub)
      .where('device_key', '=', at.device_key),
  )
  const list = prepared((page: Owner & { readonly after: string; readonly least: number; readonly limit: number }) =>
    compiler
      .selectFrom('devices')
      .selectAll()
      .where('pool_id', '=', page.pool_id)
      .where('sub', '=', page.sub)
      .where('device_key', '>', page.after)
      .where('remembered', '>=', page.least)
      .orderBy('device_key')
      .limit(page.limit),
  )
  return {
    async find(poolId, sub, key) {
      const [row] = await rows(find({ pool_id: poolId, sub, device_key: key }))
      return row && toDevice(row)
    },
    async list({ poolId, sub }, which, { limit, after = '' }) {
      const least = which === 'remembered' ? 1 : 0
      const found = await rows(list({ pool_id: poolId, sub, after, least, limit: limit + 1 }))
      return pageOf(found, limit, { place: (row) => row.device_key, item: toDevice })
    },
  }
}

function addingIn({ compiler }: Database): Pick<Devices, 'add'> {
  const add = prepared((row: DeviceRow) =>
    compiler
      .insertInto('devices')
      .values(row)
      .onConflict((conflict) => conflict.columns(['pool_id', 'sub', 'device_key']).doNothing()),
  )
  const crowdOut = ({ pool_id, sub, device_key }: Place, most: number) => {
    const kept = compiler
      .selectFrom('devices')
      .select('device_key')
      .where('pool_id', '=', pool_id)
      .where('sub', '=', sub)
      .where('device_key', '!=', device_key)
      .orderBy('authenticated_at', 'desc')
      .orderBy('device_key')
      .limit(most - 1)
    return compiler
      .deleteFrom('devices')
      .where('pool_id', '=', pool_id)
      .where('sub', '=', sub)
      .where('device_key', '!=', device_key)
      .where('device_key', 'not in', kept)
  }
  return {
    add: (device, most, taken) => [
      { query: add(toDeviceRow(device)), otherwise: taken },
      { query: crowdOut(placeOf(device), most).compile() },
    ],
  }
}

function changingIn({ compiler }: Database): Pick<Devices, 'setStatus' | 'use' | 'remove'> {
  const change = (at: Place) =>
    compiler
      .updateTable('devices')
      .where('pool_id', '=', at.pool_id)
      .where('sub', '=', at.sub)
      .where('device_key', '=', at.device_key)
  const setStatus = prepared((at: Place & { readonly remembered: number; readonly now: number }) =>
    change(at).set({ remembered: at.remembered, modified_at: at.now }),
  )
  const use = prepared((at: Place & { readonly least: number; readonly address: string; readonly now: number }) =>
    change(at).set({ address: at.address, authenticated_at: at.now }).where('remembered', '>=', at.least),
  )
  const remove = prepared((at: Place) =>
    compiler
      .deleteFrom('devices')
      .where('pool_id', '=', at.pool_id)
      .where('sub', '=', at.sub)
      .where('device_key', '=', at.device_key),
  )
  return {
    setStatus: (device, status, now, gone) => ({
      query: setStatus({ ...placeOf(device), remembered: status === 'remembered' ? 1 : 0, now }),
      otherwise: gone,
    }),
    use: (device, { now, address }, gone) => ({
      query: use({ ...placeOf(device), least: device.remembered ? 1 : 0, address, now }),
      otherwise: gone,
    }),
    remove: (device, gone) => ({ query: remove(placeOf(device)), otherwise: gone }),
  }
}

const placeOf = ({ poolId, sub, key }: DevicePlace): Place => ({ pool_id: poolId, sub, device_key: key })
