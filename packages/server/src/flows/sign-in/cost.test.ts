import { beforeAll, expect, test } from 'vitest'
import { srpInline } from '../../crypto/srp.ts'
import { openSqliteStore } from '../../store/open-sqlite-store.ts'
import { choiceScene } from '../../testing/choice-scene.ts'
import { mfaScene, softwareTokenMfa } from '../../testing/mfa-scene.ts'
import { recorded } from '../../testing/recorded.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { signInScene, type SignInScene, tokensOf } from '../../testing/sign-in-scene.ts'

const calls: string[] = []
let scene: SignInScene
beforeAll(async () => {
  const store = recorded(await openSqliteStore({ memory: true }), calls)
  scene = await signInScene({}, { store, srp: recorded(srpInline(), calls, 'srp.') })
  await scene.newUser('ada')
})

/** What the store and SRP are asked for during a call. */
async function costOf(call: () => Promise<unknown>): Promise<readonly string[]> {
  calls.length = 0
  await call()
  return [...calls]
}

test('SRP writes once, when the proof is right', async () => {
  expect(await costOf(() => scene.startSrp('ada'))).not.toContain('decide')
  const proof = await scene.startSrp('ada')
  expect(await costOf(() => scene.proveSrp(proof))).toEqual([
    'clients.findWithPool',
    'users.findBySub',
    'srp.judge',
    'sessions.open',
    'guards.clearPassword',
    'users.unchanged',
    'decide',
    'signingKeys.list',
  ])
})

test('a password signs in with three reads, one exponentiation and one write', async () => {
  expect(await costOf(() => scene.byPassword('ada'))).toEqual([
    'clients.findWithPool',
    'users.findByName',
    'srp.passwordMatches',
    'sessions.open',
    'guards.clearPassword',
    'users.unchanged',
    'decide',
    'signingKeys.list',
  ])
})

test('refreshing reads three times and writes nothing', async () => {
  const { RefreshToken } = tokensOf(await scene.byPassword('ada'))
  expect(await costOf(() => scene.refresh(RefreshToken))).toEqual([
    'clients.findWithPool',
    'users.findWithSession',
    'signingKeys.list',
  ])
})

test('who is in groups costs one read more', async () => {
  const { UserPoolId, call, newUser, byPassword, refresh } = scene
  await newUser('grace')
  await call('CreateGroup', { UserPoolId, GroupName: 'admins' })
  await call('AdminAddUserToGroup', { UserPoolId, Username: 'grace', GroupName: 'admins' })
  const { RefreshToken } = tokensOf(await byPassword('grace'))
  expect(await costOf(() => refresh(RefreshToken))).toEqual([
    'clients.findWithPool',
    'users.findWithSession',
    'signingKeys.list',
    'groups.ofUser',
  ])
})

test('an access token is judged with three reads', async () => {
  const { AccessToken } = tokensOf(await scene.byPassword('ada'))
  const reads = await costOf(() => scene.call('GetUser', { AccessToken }))
  expect(reads.slice(0, 3)).toEqual(['signingKeys.list', 'clients.findWithPool', 'users.findWithSession'])
  expect(reads).not.toContain('decide')
})

test('an authenticator’s code costs one write more than a password, and no read but that of its own call', async () => {
  const mfa = await mfaScene(
    { MfaConfiguration: 'OPTIONAL', ...softwareTokenMfa },
    { store: recorded(await openSqliteStore({ memory: true }), calls) },
  )
  await using _ = mfa
  const { secret } = await mfa.adaWithToken()
  let Session: string | undefined
  const asked = await costOf(async () => {
    Session = (await mfa.byPassword('ada')).Session
  })
  expect(asked.filter((call) => call !== 'users.unchanged' && call !== 'srp.passwordMatches')).toEqual([
    'clients.findWithPool',
    'users.findByName',
    'sessions.spend',
    'guards.clearPassword',
    'decide',
  ])
  const SOFTWARE_TOKEN_MFA_CODE = mfa.shown(secret)
  const answered = await costOf(() => mfa.respond('SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE }))
  expect(answered.filter((call) => /find|list|decide/.test(call))).toEqual([
    'clients.findWithPool',
    'users.findBySub',
    'decide',
    'signingKeys.list',
  ])
})

test('a sign-in by choice costs nobody what it costs somebody, but for the message', async () => {
  const choice = await choiceScene(undefined, { store: recorded(await openSqliteStore({ memory: true }), calls) })
  await using _ = choice
  await choice.newAda()
  const everything = (await choice.start()).AvailableChallenges ?? []
  const nobody = await choice.nobodyWith(everything)
  for (const name of ['ada', nobody]) {
    expect(await costOf(() => choice.start({}, name))).toEqual(['clients.findWithPool', 'users.findByName'])
    const asked = await costOf(() => choice.prefer('EMAIL_OTP', {}, name))
    // What is put, and what the sender looks for behind the answer.
    expect(asked.filter((call) => !call.startsWith('outbox.'))).toEqual([
      'clients.findWithPool',
      'users.findByName',
      'guards.count',
      'decide',
    ])
    const { Session } = await choice.prefer('EMAIL_OTP', {}, name)
    const wrong = () => refusedWith(choice.respond('EMAIL_OTP', Session, { EMAIL_OTP_CODE: '00000000' }, name))
    expect(await costOf(wrong)).toEqual(['clients.findWithPool', 'users.findBySub', 'guards.missPassword', 'decide'])
  }
})
