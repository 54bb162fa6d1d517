import type { DeliveryMediumType } from '@cognate/wire/user-pools.ts'
import type { Channel } from '../../domain/message.ts'
import type { User } from '../../domain/user.ts'
import { invitation, type InvitationOccasion } from '../messages/invitation.ts'
import type { Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'

/** How an administrator wants somebody told. */
export interface Inviting {
  readonly suppressed: boolean
  /** SMS where nothing is said. */
  readonly mediums: readonly DeliveryMediumType[] | undefined
}

/** The invitations to send. A medium that is asked for needs its address. */
export async function inviteBy(
  { suppressed, mediums }: Inviting,
  occasion: Omit<InvitationOccasion, 'channels'>,
  world: World,
): Promise<readonly Statement[]> {
  if (suppressed) return []
  const asked = [...new Set(mediums ?? [])].map((medium): Channel => (medium === 'EMAIL' ? 'email' : 'sms'))
  return invitation({ ...occasion, channels: asked.length > 0 ? asked : defaultChannels(occasion.user) }, world)
}

/** Nobody asked for a medium: SMS by default, mail to who has no number, nothing to who has neither. */
function defaultChannels({ attributes }: User): readonly Channel[] {
  if (attributes['phone_number']) return ['sms']
  return attributes['email'] ? ['email'] : []
}
