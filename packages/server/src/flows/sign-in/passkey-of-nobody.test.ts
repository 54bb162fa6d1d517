import { expect, test } from 'vitest'
import { optionsIn, passkeySignInScene, type PasskeySignInScene } from '../../testing/passkey-sign-in-scene.ts'
import { recorded } from '../../testing/recorded.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { openSqliteStore } from '../../store/open-sqlite-store.ts'
import { softwareAuthenticator } from '../../testing/software-authenticator.ts'

const wrong = 'NotAuthorizedException: Incorrect username or password.'
const names = Array.from({ length: 100 }, (_, number) => `nobody-${number}`)

/** Of many names that lead to nobody, one that seems to have a passkey. */
async function seemingHolder({ prefer }: PasskeySignInScene): Promise<string> {
  for (const name of names) if ((await prefer(name)).ChallengeName === 'WEB_AUTHN') return name
  throw new Error('None of them has a passkey')
}

test('some names that lead to nobody have a passkey and some have none, the same each time', async () => {
  await using scene = await passkeySignInScene()
  const asked = async () => Promise.all(names.map(async (name) => (await scene.prefer(name)).ChallengeName))
  const first = await asked()
  expect(new Set(first)).toEqual(new Set(['WEB_AUTHN', 'SELECT_CHALLENGE']))
  expect(await asked()).toEqual(first)
})

test('nobody is asked as somebody is, for the same passkey each time, and another than others are', async () => {
  await using scene = await passkeySignInScene()
  await scene.registers()
  const name = await seemingHolder(scene)
  const [adas, first, again] = [await scene.prefer(), await scene.prefer(name), await scene.prefer(name)]
  expect(Object.keys(first)).toEqual(Object.keys(adas))
  expect(first.AvailableChallenges).toEqual(adas.AvailableChallenges)
  const { challenge, allowCredentials, ...rest } = optionsIn(first)
  const { challenge: _, allowCredentials: adasCredentials, ...adasRest } = optionsIn(adas)
  expect(rest).toEqual(adasRest)
  expect(Object.keys(allowCredentials[0] ?? {})).toEqual(Object.keys(adasCredentials[0] ?? {}))
  expect(optionsIn(again).allowCredentials).toEqual(allowCredentials)
  expect(optionsIn(again).challenge).not.toBe(challenge)
  const ids = new Set<string>()
  for (const each of names)
    for (const { id } of optionsIn(await scene.prefer(each))?.allowCredentials ?? []) ids.add(id)
  expect(ids.size).toBeGreaterThan(5)
})

test('some of nobody seem to have several passkeys, of several makes', async () => {
  await using scene = await passkeySignInScene()
  const questions = await Promise.all(names.map((name) => scene.prefer(name)))
  const lists = questions.flatMap((question) => [optionsIn(question)?.allowCredentials ?? []])
  expect(new Set(lists.map(({ length }) => length)).size).toBeGreaterThan(2)
  const all = lists.flat()
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(new Set(all.map(({ transports }) => transports.join())).size).toBeGreaterThan(2)
})

test('some of nobody must verify themselves, where passkeys that do so are two factors', async () => {
  await using scene = await passkeySignInScene()
  await scene.configure({ FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' })
  const questions = await Promise.all(names.map((name) => scene.prefer(name)))
  const asked = questions.filter(({ ChallengeName }) => ChallengeName === 'WEB_AUTHN')
  expect(new Set(asked.map((question) => optionsIn(question).userVerification))).toEqual(
    new Set(['required', 'preferred']),
  )
})

test('nobody’s answer is read, judged and refused as a wrong one of somebody', async () => {
  const calls: string[] = []
  const store = recorded(await openSqliteStore({ memory: true }), calls)
  await using scene = await passkeySignInScene({ store })
  await scene.registers()
  const name = await seemingHolder(scene)
  const cost = async (who?: string) => {
    const question = await scene.prefer(who)
    const id = optionsIn(question).allowCredentials[0]?.id ?? ''
    const shown = softwareAuthenticator().get(optionsIn(question), { id, userHandle: null })
    calls.length = 0
    expect(await refusedWith(scene.show(question, shown, who))).toBe(wrong)
    return [...calls]
  }
  expect(await cost(name)).toEqual(await cost())
  const malformed = scene.show(await scene.prefer(name), {}, name)
  expect(await refusedWith(malformed)).toBe('InvalidParameterException: The credential is not valid.')
})
