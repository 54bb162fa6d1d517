import { expect, test } from 'vitest'
import { confirmUserDoor } from '../pages/confirm-user.ts'
import { goodPassword } from '../testing/good-password.ts'
import { listOf } from '../testing/people.ts'
import { answering, type FunctionEvent, unmoved } from '../testing/recorded-functions.ts'
import { recordedScene } from '../testing/recorded-scene.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import { knock } from '../testing/world.ts'

type Scene = Awaited<ReturnType<typeof recordedScene>>
interface Shown {
  readonly flows: readonly Flow[]
}
interface Flow {
  readonly id: string
  readonly kind: string
  readonly user: string | null
  readonly verdict: { readonly kind: string }
  readonly calls: readonly {
    readonly operation: string
    readonly verdict: unknown
    readonly steps: readonly object[]
  }[]
}

const email = 'ada@example.com'
const flowsOf = async (scene: Scene, query = '') => ((await scene.ask('GET', 'flows', query)).body as Shown).flows
const signUp = ({ call, ClientId }: Scene, Username = 'ada') =>
  call('SignUp', { ClientId, Username, Password: goodPassword, UserAttributes: listOf({ email }) })
const signIn = ({ call, ClientId }: Scene, USERNAME = 'ada', PASSWORD = goodPassword) =>
  call('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD } })

async function confirm(scene: Scene) {
  const [mail] = await scene.inbox(email)
  const ConfirmationCode = mail?.code ?? ''
  await scene.call('ConfirmSignUp', { ClientId: scene.ClientId, Username: 'ada', ConfirmationCode })
  return ConfirmationCode
}

test('a sign-up and its confirmation are one timeline, with what fired and why nothing else did', async () => {
  await using scene = await recordedScene({
    PreSignUp: unmoved,
    PostConfirmation: unmoved,
    PreTokenGeneration: unmoved,
  })
  await signUp(scene)
  scene.clock.advance(1000)
  await confirm(scene)
  const [flow, ...others] = await flowsOf(scene)
  expect(others).toEqual([])
  expect(flow).toMatchObject({
    kind: 'sign-up',
    user: 'ada',
    userPoolId: scene.UserPoolId,
    clientId: scene.ClientId,
    startedAt: '2026-01-01T00:00:00.000Z',
    verdict: { kind: 'done' },
  })
  const [signedUp, confirmed] = flow?.calls ?? []
  expect(signedUp).toMatchObject({ operation: 'SignUp', verdict: { kind: 'done' } })
  expect(signedUp?.steps).toEqual([
    expect.objectContaining({ kind: 'fired', source: 'PreSignUp_SignUp', tries: 1, outcome: 'answered' }),
    { kind: 'not-configured', trigger: 'CustomMessage', source: 'CustomMessage_SignUp' },
    { kind: 'silent', trigger: 'PostConfirmation', why: 'nothing here was its to do' },
    { kind: 'silent', trigger: 'PreTokenGeneration', why: 'it has no part in SignUp' },
  ])
  expect(confirmed).toMatchObject({ operation: 'ConfirmSignUp', at: '2026-01-01T00:00:01.000Z' })
  expect(confirmed?.steps[0]).toMatchObject({ source: 'PostConfirmation_ConfirmSignUp', outcome: 'answered' })
})

test('a confirmation by the link of a mail goes on with the sign-up, refused or not', async () => {
  await using scene = await recordedScene({ PostConfirmation: unmoved })
  await signUp(scene)
  const { world, ClientId, UserPoolId } = scene
  const [mail] = await scene.inbox(email)
  const open = (code: string) => {
    const query = new URLSearchParams({ client_id: ClientId, user_name: 'ada', confirmation_code: code }).toString()
    const from = { headers: {}, body: Buffer.alloc(0), remoteAddress: '127.0.0.1', secure: false }
    return knock(confirmUserDoor(world), { method: 'GET', path: `/${UserPoolId}/confirmUser`, query, ...from })
  }
  for (const code of ['000', mail?.code ?? '']) {
    scene.clock.advance(1)
    await open(code)
  }
  const [flow] = await flowsOf(scene)
  expect(flow?.calls).toMatchObject([
    { operation: 'SignUp' },
    { operation: 'ConfirmSignUp', verdict: { kind: 'refused', error: 'CodeMismatchException' } },
    { operation: 'ConfirmSignUp', verdict: { kind: 'done' }, steps: [{ source: 'PostConfirmation_ConfirmSignUp' }] },
  ])
})

test('the calls of a sign-in are one timeline, and its refreshes go on with it', async () => {
  await using scene = await recordedScene({ PreSignUp: (event) => answering(event, { autoConfirmUser: true }) })
  await signUp(scene)
  const { AuthenticationResult } = await signIn(scene)
  const REFRESH_TOKEN = AuthenticationResult?.RefreshToken ?? ''
  const { call, ClientId } = scene
  await call('InitiateAuth', { ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN } })
  const flow = (await flowsOf(scene)).find(({ kind }) => kind === 'sign-in')
  expect(flow?.calls).toMatchObject([
    { operation: 'InitiateAuth', asks: 'USER_PASSWORD_AUTH', userName: 'ada', verdict: { kind: 'tokens' } },
    { operation: 'InitiateAuth', asks: 'REFRESH_TOKEN_AUTH', userName: 'ada', verdict: { kind: 'tokens' } },
  ])
  expect(JSON.stringify(await flowsOf(scene))).not.toContain(REFRESH_TOKEN)
})

test('a function that fails is shown with what it said, and the call with its refusal', async () => {
  const failing = () => {
    throw new Error(`no ${goodPassword} today`)
  }
  await using scene = await recordedScene({ PreSignUp: failing, PostConfirmation: unmoved })
  expect(await refusalOf(signUp(scene))).toContain('PreSignUp failed with error')
  const [flow] = await flowsOf(scene, 'user=ada')
  expect(flow?.calls[0]?.verdict).toEqual({
    kind: 'refused',
    error: 'UserLambdaValidationException',
    message: 'PreSignUp failed with error no [masked] today.',
  })
  expect(flow?.calls[0]?.steps).toMatchObject([
    { source: 'PreSignUp_SignUp', outcome: 'threw', failure: 'Error: no [masked] today' },
    { kind: 'silent', trigger: 'PostConfirmation', why: 'the call was refused before its turn' },
  ])
})

test('a refused sign-in is a flow, of nobody too', async () => {
  await using scene = await recordedScene({ PreSignUp: (event) => answering(event, { autoConfirmUser: true }) })
  await signUp(scene)
  scene.clock.advance(1)
  await refusalOf(signIn(scene, 'ada', 'Wr0ng-password!'))
  await refusalOf(signIn(scene, 'Mallory'))
  const refused = { kind: 'refused', error: 'NotAuthorizedException' }
  expect(await flowsOf(scene, 'user=mallory')).toMatchObject([{ user: 'Mallory', sub: null, verdict: refused }])
  expect(await flowsOf(scene, 'user=ada')).toMatchObject([{ kind: 'sign-in', verdict: refused }, { kind: 'sign-up' }])
})

test('no password, code or token is in a record', async () => {
  const curious = (event: FunctionEvent) => ({ ...event, response: { ...event.response, seen: goodPassword } })
  await using scene = await recordedScene({ PreSignUp: curious, PreAuthentication: unmoved })
  const { call, ClientId } = scene
  const ClientMetadata = { note: `my password is ${goodPassword}`, theme: 'dark' }
  const UserAttributes = listOf({ email })
  await call('SignUp', { ClientId, Username: 'ada', Password: goodPassword, UserAttributes, ClientMetadata })
  const code = await confirm(scene)
  const { AuthenticationResult } = await signIn(scene)
  const text = JSON.stringify(await flowsOf(scene))
  expect(text).toContain('"theme":"dark"')
  expect(text).toContain(email)
  for (const secret of [goodPassword, code, ...Object.values(AuthenticationResult ?? {}).filter(isLong)])
    expect(text).not.toContain(secret)
})
const isLong = (value: unknown): value is string => typeof value === 'string' && value.length > 20

test('serve leaves out what functions were told', async () => {
  await using scene = await recordedScene({ PreSignUp: unmoved }, { bodies: 'left-out' })
  await signUp(scene)
  const [flow] = await flowsOf(scene)
  expect(flow?.calls[0]?.steps[0]).toMatchObject({ kind: 'fired', outcome: 'answered' })
  expect(JSON.stringify(flow)).not.toMatch(/"event"|"answer"/)
  const replayed = await scene.ask('POST', 'flows/replay', '', JSON.stringify({ id: flow?.id }))
  expect(replayed).toMatchObject({ status: 409, body: { message: expect.stringContaining('--record-events') } })
})

test('flows are found by user, client and time', async () => {
  await using scene = await recordedScene({})
  await signUp(scene)
  scene.clock.advance(3_600_000)
  await signUp(scene, 'bob')
  const users = async (query: string) => (await flowsOf(scene, query)).map(({ user }) => user)
  expect(await users('')).toEqual(['bob', 'ada'])
  expect(await users('limit=1')).toEqual(['bob'])
  expect(await users('user=ada')).toEqual(['ada'])
  expect(await users('since=30m')).toEqual(['bob'])
  expect(await users('since=2026-01-01T00:00:00Z')).toEqual(['bob', 'ada'])
  expect(await users(`client=${scene.ClientId}&user=bob`)).toEqual(['bob'])
  expect(await users('client=another')).toEqual([])
  const [flow] = await flowsOf(scene)
  expect(await scene.ask('GET', 'flows', `id=${flow?.id}`)).toMatchObject({ status: 200, body: { id: flow?.id } })
})

test.each([
  'since=yesterday',
  'since=',
  'since=2026-13-45',
  'since=9999999d',
  'limit=0',
  'limit=101',
  'limit=-1',
  'limit=1e2',
  'user=%00',
  'id=%00',
  `client=${'x'.repeat(3000)}`,
])('a query of %s is refused', async (query) => {
  await using scene = await recordedScene({})
  expect(await scene.ask('GET', 'flows', query)).toMatchObject({ status: 400, body: { message: expect.any(String) } })
})

test.each([
  "user=' or 1=1 --",
  'user=',
  'user=%FF%FE',
  'user=%F0%9F%92%A9',
  'client=%25',
  'since=999999d',
  'id=a&user=b',
])('a query of %s finds nothing, and harms nothing', async (query) => {
  await using scene = await recordedScene({})
  await signUp(scene)
  scene.clock.advance(1)
  const { status } = await scene.ask('GET', 'flows', query)
  expect(status).toBe(query.startsWith('id') ? 404 : 200)
  expect(await flowsOf(scene)).toHaveLength(1)
})

test('a replay shows what today’s function does with the event, and changes nothing', async () => {
  await using scene = await recordedScene({ PreSignUp: unmoved, PreAuthentication: unmoved })
  await signUp(scene)
  const [flow] = await flowsOf(scene)
  const play = (more = {}) => scene.ask('POST', 'flows/replay', '', JSON.stringify({ id: flow?.id, ...more }))
  expect(await play()).toMatchObject({ status: 200, body: { runs: [{ source: 'PreSignUp_SignUp', same: true }] } })
  scene.functions.handle({ PreSignUp: (event) => answering(event, { autoConfirmUser: true }) })
  const { body } = await play({ function: 'PreSignUp' })
  expect(body).toMatchObject({
    runs: [
      {
        same: false,
        recorded: { outcome: 'answered', answer: { response: { autoConfirmUser: false } } },
        today: { outcome: 'answered', answer: { response: { autoConfirmUser: true } } },
      },
    ],
  })
  const { UserPoolId } = scene
  expect(await scene.call('AdminGetUser', { UserPoolId, Username: 'ada' })).toMatchObject({ UserStatus: 'UNCONFIRMED' })
  expect(await flowsOf(scene)).toEqual([flow])
  expect(await play({ function: 'another' })).toMatchObject({ status: 409 })
})

test.each(['', '{', 'null', '[]', '{}', '{"id":5}', '{"id":""}', '{"id":"x","function":7}', '{"id":"\\u0000"}'])(
  'nothing is replayed for a body of %j',
  async (body) => {
    await using scene = await recordedScene({})
    expect((await scene.ask('POST', 'flows/replay', '', body)).status).toBe(400)
  },
)

test('a flow that is not there is not replayed', async () => {
  await using scene = await recordedScene({})
  expect((await scene.ask('POST', 'flows/replay', '', '{"id":"none"}')).status).toBe(404)
})
