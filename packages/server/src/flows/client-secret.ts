import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AppClient } from '../domain/pool.ts'
import { clientSecretMissing, secretHashMissing, wrongClientSecret, wrongSecretHash } from '../domain/refusals.ts'
import type { World } from './world.ts'

/**
 * SECRET_HASH = Base64(HMAC-SHA256(client secret, name + client id)). The name is whatever the request calls the user:
 * the name as sent, the canonical username, or the sub; any live secret of the client may have made it.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
 */
export function checkSecretHash(
  client: AppClient,
  hash: string | undefined,
  names: readonly string[],
  world: Pick<World, 'sealer'>,
): void {
  const secrets = clientSecrets(client, world)
  if (secrets.length === 0) return
  if (hash === undefined) throw secretHashMissing(client.id)
  const expected = secrets.flatMap((secret) => names.map((name) => secretHash(secret, name, client.id)))
  if (!equalsOneOf(hash, expected)) throw wrongSecretHash(client.id)
}

/** The two operations that take the client's secret itself. */
export function checkClientSecret(client: AppClient, secret: string | undefined, world: Pick<World, 'sealer'>): void {
  const secrets = clientSecrets(client, world)
  if (secrets.length === 0) return
  if (secret === undefined) throw clientSecretMissing(client.id)
  if (!equalsOneOf(secret, secrets)) throw wrongClientSecret(client.id)
}

/** What a client secret is sealed for; a sealed one cannot be moved to another client. */
export const clientSecretContext = (clientId: string) => `client-secret:${clientId}`

function clientSecrets({ id, secrets = [] }: AppClient, { sealer }: Pick<World, 'sealer'>) {
  return secrets.map(({ sealed }) => sealer.unseal(sealed, clientSecretContext(id)).toString())
}

function secretHash(secret: string, name: string, clientId: string): string {
  return createHmac('sha256', secret)
    .update(name + clientId)
    .digest('base64')
}

/** Compares with every candidate, whichever matches, so that time tells nothing. */
function equalsOneOf(given: string, candidates: readonly string[]): boolean {
  const digest = (text: string) => createHmac('sha256', 'comparison').update(text).digest()
  const wanted = digest(given)
  return candidates.filter((candidate) => timingSafeEqual(digest(candidate), wanted)).length > 0
}
