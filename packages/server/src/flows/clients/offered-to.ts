import type { OfferedToClients } from '../../domain/offered-to-clients.ts'
import type { ClientSettings } from '../../domain/pool.ts'
import type { World } from '../world.ts'

type Named = Pick<ClientSettings, 'AllowedOAuthScopes' | 'SupportedIdentityProviders'>

/** Which of the scopes and providers that a request names there are. */
export async function offeredTo(
  { AllowedOAuthScopes = [], SupportedIdentityProviders = [] }: Named,
  poolId: string,
  { store }: Pick<World, 'store'>,
): Promise<OfferedToClients> {
  // The name of a resource server may have slashes, that of a scope has none.
  const servers = new Set(AllowedOAuthScopes.filter((scope) => scope.includes('/')).map(serverOf))
  const names = new Set(SupportedIdentityProviders.filter((name) => name !== 'COGNITO'))
  const [found, providers] = await Promise.all([
    Promise.all([...servers].map((name) => store.resources.find(poolId, 'ResourceServer', name))),
    Promise.all([...names].map((name) => store.resources.find(poolId, 'IdentityProvider', name))),
  ])
  return {
    scopes: found.flatMap((server) =>
      (server?.document.Scopes ?? []).map(({ ScopeName }) => `${server?.name}/${ScopeName}`),
    ),
    providers: providers.flatMap((provider) => provider?.name ?? []),
  }
}

const serverOf = (scope: string) => scope.slice(0, scope.lastIndexOf('/'))
