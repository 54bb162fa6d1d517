import type { Pool } from '../domain/pool.ts'
import type { World } from '../flows/world.ts'
import type { Door, HttpResponse } from '../http/message.ts'
import { discovery } from './discovery.ts'
import { jwks } from './jwks.ts'

type Document = (pool: Pool, world: World) => object | Promise<object>

const documents: Readonly<Record<string, Document>> = { 'openid-configuration': discovery, 'jwks.json': jwks }
const address = /^\/([\w-]{1,40}_[0-9A-Za-z]{1,20})\/\.well-known\/(openid-configuration|jwks\.json)$/

/**
 * What anybody may read of a pool, under its issuer.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
 */
export function oauthDoor(world: World): Door {
  return ({ method, path }) => {
    const [, poolId = '', name = ''] = address.exec(path) ?? []
    const document = documents[name]
    if (!document) return undefined
    return method === 'GET' || method === 'HEAD' ? publish(poolId, document, world) : Promise.resolve(methodNotAllowed)
  }
}

async function publish(poolId: string, document: Document, world: World): Promise<HttpResponse> {
  const pool = await world.store.pools.find(poolId)
  if (!pool) return answer(404, { message: `User pool ${poolId} does not exist.` }, 'no-store')
  // A verifier that meets a key it does not know asks again, so that a rotation need not wait for this to pass.
  return answer(200, await document(pool, world), 'public, max-age=900')
}

function answer(status: number, body: object, cacheControl: string): HttpResponse {
  const headers = {
    'content-type': 'application/json;charset=UTF-8',
    'cache-control': cacheControl,
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  }
  return { status, headers, body: JSON.stringify(body) }
}

const methodNotAllowed: HttpResponse = { status: 405, headers: { allow: 'GET, HEAD' }, body: '' }
