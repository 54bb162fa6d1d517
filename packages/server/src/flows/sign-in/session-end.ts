import type { AppClient } from '../../domain/pool.ts'

/** Each question has a session of its own, which lasts as long as the client says; milliseconds since 1970. */
export function sessionEnd({ settings }: AppClient, now: number): number {
  return now + (settings.AuthSessionValidity ?? 3) * 60_000
}
