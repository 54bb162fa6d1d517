import { operatorDoor } from '../operator/operator-door.ts'
import type { Parts } from '../flows/open-world.ts'
import type { RecorderSettings } from '../recorder/start-recorder.ts'
import { type Handlers, recordedFunctions } from './recorded-functions.ts'
import { knock, testWorld } from './world.ts'

const kept: RecorderSettings = { bodies: 'kept', mostCharacters: 1_000_000, keepMs: 7 * 86_400_000 }

/** A world that records, with a pool whose functions are these, and the operator's door of dev. */
export async function recordedScene(
  handlers: Handlers,
  recording: Partial<RecorderSettings> = {},
  parts: Partial<Parts> = {},
) {
  const functions = recordedFunctions(handlers)
  const scene = await testWorld({ functions: functions.functions, recording: { ...kept, ...recording }, ...parts })
  const { world, clock, call } = scene
  const { LambdaConfig } = functions
  const created = await call('CreateUserPool', { PoolName: 'people', AutoVerifiedAttributes: ['email'], LambdaConfig })
  const UserPoolId = created.UserPool?.Id ?? ''
  const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] as const
  const made = await call('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'app',
    PreventUserExistenceErrors: 'ENABLED',
    ExplicitAuthFlows: [...ExplicitAuthFlows],
  })
  const ClientId = made.UserPoolClient?.ClientId ?? ''
  const door = operatorDoor({ profile: 'dev', metrics: scene.metrics, clock }, world)
  const ask = async (method: 'GET' | 'POST', path: string, query: string, body = '') => {
    const request = { method, path: `/_cognate/${path}`, query, headers: {}, body: Buffer.from(body) }
    const { status, body: text } = await knock(door, { ...request, remoteAddress: '127.0.0.1', secure: false })
    return { status, body: JSON.parse(text.toString()) as unknown }
  }
  return { ...scene, functions, UserPoolId, ClientId, ask }
}
