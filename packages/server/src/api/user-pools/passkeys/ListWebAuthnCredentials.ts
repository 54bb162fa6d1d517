import { mostPasskeysOfUser } from '../../../domain/passkey.ts'
import { operation } from '../../operation.ts'
import { pageToken, placeOf } from '../../page-token.ts'
import { passkeyView } from '../views/passkey.ts'

/** No more results than zero means as many as there can be. */
export const ListWebAuthnCredentials = operation('ListWebAuthnCredentials', 'user', async (input, context) => {
  const { pool, user } = context.caller
  const list = `ListWebAuthnCredentials:${pool.id}:${user.sub}`
  const page = await context.store.passkeys.list(pool.id, user.sub, {
    limit: input.MaxResults || mostPasskeysOfUser,
    ...placeOf(input.NextToken, list, context.sealer),
  })
  return { Credentials: page.items.map(passkeyView), NextToken: pageToken(page.next, list, context.sealer) }
})
