import { expect, test } from 'vitest'
import { createAccessKey } from '../flows/access-keys.ts'
import { goodPassword } from '../testing/good-password.ts'
import { recordedScene } from '../testing/recorded-scene.ts'
import { knock } from '../testing/world.ts'
import { operatorDoor } from './operator-door.ts'

test('in serve an operator sees and replays the flows of their account alone, and nobody else any', async () => {
  await using scene = await recordedScene({ PreSignUp: (event) => event })
  const { world, metrics, ClientId, call } = scene
  await call('SignUp', { ClientId, Username: 'ada', Password: goodPassword })
  const door = operatorDoor({ profile: 'serve', metrics }, world)
  const ask = async (account: string | undefined, query = '', replayed = '') => {
    const key = account === undefined ? undefined : await createAccessKey(account, world)
    const authorization = `Basic ${Buffer.from(`${key?.id}:${key?.secret}`).toString('base64')}`
    const asked = replayed
      ? { method: 'POST', path: '/_cognate/flows/replay', body: Buffer.from(JSON.stringify({ id: replayed })) }
      : { method: 'GET', path: '/_cognate/flows', body: Buffer.alloc(0) }
    const from = { query, headers: key ? { authorization } : {}, remoteAddress: '127.0.0.1', secure: false }
    const { status, body } = await knock(door, { ...asked, ...from })
    return { status, body: JSON.parse(body.toString()) as { readonly flows?: readonly { readonly id: string }[] } }
  }
  expect(await ask(undefined)).toMatchObject({ status: 401 })
  const id = (await ask('000000000000')).body.flows?.[0]?.id ?? ''
  expect(id).not.toBe('')
  expect(await ask('111122223333')).toEqual({ status: 200, body: { flows: [] } })
  expect(await ask('111122223333', `id=${id}`)).toMatchObject({ status: 404 })
  expect(await ask('111122223333', '', id)).toMatchObject({ status: 404 })
  expect(await ask('000000000000', '', id)).toMatchObject({ status: 200 })
  expect(await ask(undefined, '', id)).toMatchObject({ status: 401 })
})
