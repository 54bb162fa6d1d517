import type { Settings } from './settings.ts'

/** The name under which people reach the server. Pages and passkeys need a name, so not the listening address. */
export function publicUrlOf(settings: Pick<Settings, 'publicUrl' | 'tls'>, port: number): string {
  return settings.publicUrl ?? `${settings.tls ? 'https' : 'http'}://localhost:${port}`
}
