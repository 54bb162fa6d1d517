import type { AppClient } from './pool.ts'

/** Whether this client must not tell a name that leads nowhere from one that leads to a user. The API's default is not. */
export function hidesUserExistence(client: AppClient): boolean {
  return client.settings.PreventUserExistenceErrors === 'ENABLED'
}
