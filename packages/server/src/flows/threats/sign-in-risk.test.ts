import { expect, test } from 'vitest'
import { refusedWith } from '../../testing/refused-with.ts'
import { outcomeOf } from '../../testing/mfa-scene.ts'
import { elsewhere, home, onEveryLevel, threatScene } from '../../testing/threat-scene.ts'

const blocked = 'NotAuthorizedException: Unable to login because of security reasons.'
const wrong = 'NotAuthorizedException: Incorrect username or password.'
const everyLevel = (...args: Parameters<typeof onEveryLevel>) => ({
  AccountTakeoverRiskConfiguration: { Actions: onEveryLevel(...args) },
})

test('who signs in as ever is let in; from elsewhere they are blocked, with a password or by SRP [D]', async () => {
  await using scene = await threatScene(everyLevel('BLOCK'))
  await scene.newUser('ada')
  expect(outcomeOf(await scene.signsIn('ada'))).toBe('tokens')
  expect(outcomeOf(await scene.signsIn('ada'))).toBe('tokens')
  expect(await refusedWith(scene.signsIn('ada', elsewhere))).toBe(blocked)
  expect(await refusedWith(scene.signsInBySrp('ada', elsewhere))).toBe(blocked)
  expect(outcomeOf(await scene.signsInBySrp('ada'))).toBe('tokens')
})

test('a wrong password from elsewhere is a wrong password, as it is of nobody', async () => {
  await using scene = await threatScene(everyLevel('BLOCK'))
  await scene.newUser('ada')
  await scene.signsIn('ada')
  expect(await scene.failsToSignIn('ada', elsewhere)).toBe(wrong)
  const { ClientId } = await scene.newClient({ PreventUserExistenceErrors: 'ENABLED' })
  const byNobody = scene.call('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'nobody', PASSWORD: 'Wrong-password-1' },
  })
  expect(await refusedWith(byNobody)).toBe(wrong)
})

test('each level has an action of its own', async () => {
  const Actions = {
    LowAction: { EventAction: 'NO_ACTION', Notify: false },
    MediumAction: { EventAction: 'BLOCK', Notify: false },
  } as const
  await using scene = await threatScene({ AccountTakeoverRiskConfiguration: { Actions } })
  await scene.newUser('ada')
  await scene.signsIn('ada')
  expect(await refusedWith(scene.signsIn('ada', elsewhere, { device: 'Other/1' }))).toBe(blocked)
  expect(outcomeOf(await scene.signsIn('ada', elsewhere))).toBe('tokens')
})

test('a pool that only watches lets everybody in, and says what it saw [D]', async () => {
  await using scene = await threatScene(everyLevel('BLOCK'), { mode: 'AUDIT' })
  await scene.newUser('ada')
  await scene.signsIn('ada')
  expect(outcomeOf(await scene.signsIn('ada', elsewhere))).toBe('tokens')
  expect((await scene.events('ada'))[0]?.EventRisk).toEqual({
    RiskDecision: 'NoRisk',
    RiskLevel: 'Low',
    CompromisedCredentialsDetected: false,
  })
})

test('a client’s own configuration stands in the place of the pool’s [D]', async () => {
  await using scene = await threatScene(everyLevel('BLOCK'))
  const { call, UserPoolId, ClientId } = scene
  await call('SetRiskConfiguration', { UserPoolId, ClientId, ...everyLevel('NO_ACTION') })
  await scene.newUser('ada')
  await scene.signsIn('ada')
  expect(outcomeOf(await scene.signsIn('ada', elsewhere))).toBe('tokens')
})

const lists = (RiskExceptionConfiguration: object) => ({ ...everyLevel('BLOCK'), RiskExceptionConfiguration })

test('from a blocked range nobody signs in, whoever they are and whatever they know [D]', async () => {
  await using scene = await threatScene(lists({ BlockedIPRangeList: ['203.0.113.0/24'] }))
  await scene.newUser('ada')
  expect(await refusedWith(scene.signsIn('ada', elsewhere))).toBe(blocked)
  expect(await scene.failsToSignIn('ada', elsewhere)).toBe(blocked)
  const { EventResponse, EventRisk } = (await scene.events('ada'))[0] ?? {}
  expect([EventResponse, EventRisk?.RiskDecision]).toEqual(['Fail', 'Block'])
})

test('from a skipped range no risk is seen [D]', async () => {
  await using scene = await threatScene(lists({ SkippedIPRangeList: ['203.0.113.0/24'] }))
  await scene.newUser('ada')
  await scene.signsIn('ada')
  expect(outcomeOf(await scene.signsIn('ada', elsewhere, { device: 'Other/1' }))).toBe('tokens')
  expect((await scene.events('ada'))[0]?.EventRisk?.RiskLevel).toBeUndefined()
})

test('an address from which many accounts were tried is told the same, right or wrong, somebody or nobody', async () => {
  await using scene = await threatScene(everyLevel('BLOCK'))
  for (let at = 0; at < 10; at += 1) {
    await scene.newUser(`user-${at}`)
    await scene.failsToSignIn(`user-${at}`, elsewhere)
  }
  await scene.newUser('ada')
  const client = await scene.newClient({ PreventUserExistenceErrors: 'ENABLED' })
  const tried = (USERNAME: string, PASSWORD: string) =>
    scene.call('AdminInitiateAuth', {
      UserPoolId: scene.UserPoolId,
      ClientId: client.ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
      ContextData: scene.contextData(elsewhere),
    })
  expect(await refusedWith(tried('ada', 'Correct-horse-1'))).toBe(blocked)
  expect(await refusedWith(tried('ada', 'Wrong-password-1'))).toBe(blocked)
  expect(await refusedWith(tried('nobody', 'Wrong-password-1'))).toBe(blocked)
  expect(outcomeOf(await scene.signsIn('ada', home))).toBe('tokens')
  scene.clock.advance(3_600_001)
  expect(await refusedWith(tried('ada', 'Wrong-password-1'))).toBe(wrong)
})

test('an operator who does not say where the person is says nothing of a place', async () => {
  await using scene = await threatScene(everyLevel('BLOCK'))
  await scene.newUser('ada')
  await scene.signsIn('ada')
  scene.clock.advance(1000)
  const { UserPoolId, ClientId } = scene
  const step = await scene.call('AdminInitiateAuth', {
    UserPoolId,
    ClientId,
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'ada', PASSWORD: 'Correct-horse-1' },
  })
  expect(outcomeOf(step)).toBe('tokens')
  expect((await scene.events('ada'))[0]?.EventContextData).toEqual({})
})

test('whoever hides what they call with is as strange as with something new', async () => {
  await using scene = await threatScene(everyLevel('NO_ACTION'))
  await scene.newUser('ada')
  await scene.signsIn('ada')
  const { UserPoolId, ClientId } = scene
  const hidden = async (address: string) => {
    scene.clock.advance(1000)
    await scene.call('AdminInitiateAuth', {
      UserPoolId,
      ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ada', PASSWORD: 'Correct-horse-1' },
      ContextData: { ...scene.contextData(address), HttpHeaders: [] },
    })
    return (await scene.events('ada'))[0]?.EventRisk?.RiskLevel
  }
  expect(await hidden(elsewhere)).toBe('Medium')
  expect(await hidden(elsewhere)).toBeUndefined()
})

test('a pool without threat protection keeps no event', async () => {
  await using scene = await threatScene(undefined, { mode: 'OFF' })
  const { sub, poolId } = await scene.newUser('ada')
  await scene.signsIn('ada')
  expect((await scene.world.store.authEvents.list(poolId, sub, { limit: 9 })).items).toEqual([])
})

test('from a blocked range no sign-in begins, and no code is sent', async () => {
  await using scene = await threatScene(lists({ BlockedIPRangeList: ['127.0.0.0/8'] }))
  const email = 'ada@example.com'
  await scene.newUser('ada', { attributes: { email, email_verified: 'true' } })
  expect(await refusedWith(scene.startSrp('ada'))).toBe(blocked)
  expect(await refusedWith(scene.startSrp('nobody'))).toBe(blocked)
  expect((await scene.events('ada'))[0]).toMatchObject({ EventResponse: 'Fail', EventRisk: { RiskDecision: 'Block' } })
})
