import type { ClientSecret } from '../domain/pool.ts'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import type { Clients } from './pool-store.ts'

/** A client's secrets lie in its own row, so that its lock alone keeps them at one or two. */
export function clientSecretsIn({ compiler, rows }: Database): Pick<Clients, 'secrets' | 'addSecret' | 'removeSecret'> {
  const find = prepared(({ clientId }: { clientId: string }) =>
    compiler.selectFrom('clients').select(['older_secret', 'newer_secret']).where('client_id', '=', clientId),
  )
  return {
    async secrets(clientId) {
      const [row] = await rows(find({ clientId }))
      return row ? secretsOf(row) : []
    },
    addSecret: (secret, tooMany) => ({
      query: compiler
        .updateTable('clients')
        .set(({ ref }) => ({
          older_secret_id: ref('newer_secret_id'),
          older_secret: ref('newer_secret'),
          newer_secret_id: secret.id,
          newer_secret: JSON.stringify(secret),
        }))
        .where('client_id', '=', secret.clientId)
        .where('older_secret_id', 'is', null)
        .compile(),
      otherwise: tooMany,
    }),
    removeSecret: (clientId, secretId, refused) => ({
      query: compiler
        .updateTable('clients')
        .set(({ ref, eb }) => ({
          newer_secret_id: eb
            .case()
            .when('newer_secret_id', '=', secretId)
            .then(ref('older_secret_id'))
            .else(ref('newer_secret_id'))
            .end(),
          newer_secret: eb
            .case()
            .when('newer_secret_id', '=', secretId)
            .then(ref('older_secret'))
            .else(ref('newer_secret'))
            .end(),
          older_secret_id: null,
          older_secret: null,
        }))
        .where('client_id', '=', clientId)
        .where('older_secret_id', 'is not', null)
        .where(({ or, eb }) => or([eb('older_secret_id', '=', secretId), eb('newer_secret_id', '=', secretId)]))
        .compile(),
      otherwise: refused,
    }),
  }
}

export type SecretsRow = Pick<Schema['clients'], 'older_secret' | 'newer_secret'>

export function secretsOf({ older_secret, newer_secret }: SecretsRow): readonly ClientSecret[] {
  return [older_secret, newer_secret].flatMap((text) => (text ? [JSON.parse(text) as ClientSecret] : []))
}
