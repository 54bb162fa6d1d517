import type { EventContextDataType } from '@cognate/wire/user-pools.ts'
import type { AuthEvent } from '../../domain/auth-event.ts'
import type { CallOrigin } from '../../domain/call-origin.ts'
import type { World } from '../world.ts'

type EventPlace = Pick<AuthEvent, 'poolId' | 'who' | 'id'>

const longestName = 128

/** Where an event came from, in words. There is no map of addresses: city and country stay unknown. */
export function eventContext(origin: CallOrigin | undefined): EventContextDataType {
  if (!origin || origin.speaker === 'operator') return {}
  const { address, userAgent, fingerprint } = origin
  const name = fingerprint?.deviceName ?? userAgent
  return {
    IpAddress: address,
    ...(name !== undefined && { DeviceName: oneLine(name).slice(0, longestName) }),
    ...(fingerprint?.timezone !== undefined && { Timezone: fingerprint.timezone }),
  }
}

/** Whoever signs in chooses it, and somebody else reads it in a mail. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')

/** An address is about a person: it is kept sealed, for this event alone. */
export function sealContext(context: EventContextDataType, of: EventPlace, { sealer }: Pick<World, 'sealer'>): string {
  return sealer.seal(JSON.stringify(context), purpose(of))
}

export function unsealContext(event: AuthEvent, { sealer }: Pick<World, 'sealer'>): EventContextDataType {
  return JSON.parse(sealer.unseal(event.sealedContext, purpose(event)).toString()) as EventContextDataType
}

const purpose = ({ poolId, who, id }: EventPlace) => `auth-event:${poolId}:${who}:${id}`
