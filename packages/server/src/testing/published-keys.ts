import type { JSONWebKeySet } from 'jose'
import type { World } from '../flows/world.ts'
import { oauthDoor } from '../oauth/oauth-door.ts'
import { getRequest } from './get-request.ts'
import { knock } from './world.ts'

/** A pool's JWKS as anybody reads it. */
export async function publishedKeys(poolId: string, world: World): Promise<JSONWebKeySet> {
  const { body } = await knock(oauthDoor(world), getRequest(`/${poolId}/.well-known/jwks.json`))
  return JSON.parse(body.toString()) as JSONWebKeySet
}
