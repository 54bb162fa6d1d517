import type { CreateUserPoolRequest, DeviceConfigurationType } from '@cognate/wire/user-pools.ts'
import type { Parts } from '../flows/open-world.ts'
import { devicesOf } from './devices-of.ts'
import { mfaScene, softwareTokenMfa } from './mfa-scene.ts'

interface Wishes extends Partial<Parts> {
  readonly pool?: Partial<CreateUserPoolRequest>
}

export const always = { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false } as const
export const whenAsked = { ...always, DeviceOnlyRememberedOnUserPrompt: true } as const

/** A pool that tracks devices and leaves MFA to its users, and short words for what clients do with devices. */
export async function deviceScene(tracking: DeviceConfigurationType | 'off' = always, { pool, ...parts }: Wishes = {}) {
  const DeviceConfiguration = tracking === 'off' ? undefined : tracking
  const config = { MfaConfiguration: 'OPTIONAL', ...softwareTokenMfa } as const
  const it = await mfaScene(config, { ...parts, pool: { ...pool, DeviceConfiguration } })
  return { ...it, ...devicesOf(it) }
}

export type DeviceScene = Awaited<ReturnType<typeof deviceScene>>
