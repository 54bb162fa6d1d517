import type { AppClient, ClientSecret } from '../../domain/pool.ts'
import { clientSecretContext } from '../client-secret.ts'
import type { World } from '../world.ts'

/** The client's newest secret in clear, which is the one its description shows; undefined for a public client. */
export async function newestClientSecret(
  { id }: AppClient,
  { store, sealer }: Pick<World, 'store' | 'sealer'>,
): Promise<string | undefined> {
  const secrets = await store.clients.secrets(id)
  const newest = secrets.reduce<ClientSecret | undefined>(
    (latest, secret) => (latest && latest.createdAt > secret.createdAt ? latest : secret),
    undefined,
  )
  return newest && sealer.unseal(newest.sealed, clientSecretContext(id)).toString()
}
