import type { ClientSecret } from '../../domain/pool.ts'
import { clientSecretContext } from '../client-secret.ts'
import type { World } from '../world.ts'

const lowerAlphanumerics = '0123456789abcdefghijklmnopqrstuvwxyz'

/** As long and of the letters that the service makes its own of: 52 draws of 36 are 268 bits. */
export function newClientSecret({ random }: Pick<World, 'random'>): string {
  return random.text(52, lowerAlphanumerics)
}

/** The secret as it is kept; its id says when it was made, as AWS's does, so no two of a client may be of one moment. */
export function sealedClientSecret(
  clientId: string,
  secret: string,
  createdAt: number,
  { sealer }: Pick<World, 'sealer'>,
): ClientSecret {
  return {
    id: `${clientId}--${createdAt}`,
    clientId,
    sealed: sealer.seal(secret, clientSecretContext(clientId)),
    createdAt,
  }
}
