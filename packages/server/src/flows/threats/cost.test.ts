import { expect, test } from 'vitest'
import { openSqliteStore } from '../../store/open-sqlite-store.ts'
import { recorded } from '../../testing/recorded.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { elsewhere, home, onEveryLevel, threatScene } from '../../testing/threat-scene.ts'

const calls: string[] = []
const email = 'ada@example.com'

async function sceneWith(mode: 'ENFORCED' | 'AUDIT') {
  const store = recorded(await openSqliteStore({ memory: true }), calls)
  const AccountTakeoverRiskConfiguration = { Actions: onEveryLevel('BLOCK') }
  const scene = await threatScene({ AccountTakeoverRiskConfiguration }, { mode, store })
  await scene.newUser('ada', { attributes: { email, email_verified: 'true' } })
  const client = await scene.newClient({ PreventUserExistenceErrors: 'ENABLED' })
  await scene.signsIn('ada')
  const costOf = async (call: () => Promise<unknown>) => {
    calls.length = 0
    await refusedWith(call())
    return [...calls]
  }
  const tries = (USERNAME: string, from: string) => () =>
    scene.call('AdminInitiateAuth', {
      UserPoolId: scene.UserPoolId,
      ClientId: client.ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD: 'Wrong-password-1' },
      ContextData: scene.contextData(from),
    })
  return { ...scene, client, costOf, tries }
}

test.each(['ENFORCED', 'AUDIT'] as const)('in %s nobody costs what somebody does, wherever they are', async (mode) => {
  await using scene = await sceneWith(mode)
  const { costOf, tries, call, client } = scene
  const somebody = await costOf(tries('ada', home))
  expect(await costOf(tries('ada', elsewhere))).toEqual(somebody)
  expect(await costOf(tries('nobody', home))).toEqual(somebody)
  expect(somebody.filter((name) => name === 'decide')).toHaveLength(2)
  const forgets = (Username: string) => () => call('ForgotPassword', { ClientId: client.ClientId, Username })
  const kindOf = (cost: readonly string[]) => cost.filter((name) => !/^(codes|outbox)\./.test(name))
  expect(kindOf(await costOf(forgets('nobody')))).toEqual(kindOf(await costOf(forgets('ada'))))
})
