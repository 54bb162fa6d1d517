import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prime } from '../../../crypto/srp-group.ts'
import { goodPassword } from '../../../testing/good-password.ts'
import { refusalOf } from '../../../testing/refusal-of.ts'
import { signInScene, type SignInScene, tokensOf } from '../../../testing/sign-in-scene.ts'
import { srpClient, srpTimestamp } from '../../../testing/srp-client.ts'

const wrong = 'NotAuthorizedException: Incorrect username or password.'
const invalidSession = 'NotAuthorizedException: Invalid session for the user.'

let scene: SignInScene
beforeAll(async () => {
  scene = await signInScene()
  await scene.newUser('ada')
})
// Long enough for the wrong answers of the test before to be forgotten.
beforeEach(() => scene.clock.advance(900_000))

const startWith = (SRP_A: string) =>
  scene.call('InitiateAuth', {
    ClientId: scene.ClientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: 'ada', SRP_A },
  })

/** A right proof of ada's with some of its answers exchanged. */
async function proofWith(answers: Readonly<Record<string, string>>) {
  const proof = await scene.startSrp('ada')
  return scene.proveSrp({ ...proof, ChallengeResponses: { ...proof.ChallengeResponses, ...answers } })
}

test('a client that knows the password is let in, without ever sending it', async () => {
  const { AuthenticationResult, ChallengeParameters, ChallengeName, Session } = await scene.bySrp('ada')
  expect(AuthenticationResult).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' })
  expect(Object.keys(AuthenticationResult ?? {}).toSorted()).toEqual([
    'AccessToken',
    'ExpiresIn',
    'IdToken',
    'RefreshToken',
    'TokenType',
  ])
  expect([ChallengeParameters, ChallengeName, Session]).toEqual([{}, undefined, undefined])
})

test('the question has exactly the parameters of the service, and no session of its own', async () => {
  const answer = await startWith(srpClient(scene.UserPoolId).SRP_A)
  expect(Object.keys(answer.ChallengeParameters ?? {}).toSorted()).toEqual([
    'SALT',
    'SECRET_BLOCK',
    'SRP_B',
    'USERNAME',
    'USER_ID_FOR_SRP',
  ])
  expect(answer.ChallengeName).toBe('PASSWORD_VERIFIER')
  expect(answer.Session).toBeUndefined()
})

test('a client that sends along a session, as those of other flows do, is let in as well', async () => {
  const { ClientId, ChallengeResponses } = await scene.startSrp('ada')
  const Session = 'of-no-meaning-here-at-all'
  const answer = { ClientId, ChallengeName: 'PASSWORD_VERIFIER', ChallengeResponses, Session } as const
  expect(await scene.call('RespondToAuthChallenge', answer)).toHaveProperty('AuthenticationResult')
})

test('an operator starts and ends SRP on behalf of a person', async () => {
  const { UserPoolId, ClientId, call, clock } = scene
  const client = srpClient(UserPoolId)
  const AuthParameters = { USERNAME: 'ada', SRP_A: client.SRP_A }
  const start = { UserPoolId, ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters } as const
  const { ChallengeParameters } = await call('AdminInitiateAuth', start)
  const ChallengeResponses = client.answer(ChallengeParameters ?? {}, goodPassword, clock.now())
  const end = { UserPoolId, ClientId, ChallengeName: 'PASSWORD_VERIFIER', ChallengeResponses } as const
  expect(await call('AdminRespondToAuthChallenge', end)).toHaveProperty('AuthenticationResult.IdToken')
})

test('whoever signs in by e-mail or sub proves it under USER_ID_FOR_SRP', async () => {
  await using house = await signInScene({ UsernameAttributes: ['email'] })
  const { sub } = await house.newUser('', {
    username: 'e6a0f2d4-5a86-4f0e-9bb1-000000000001',
    attributes: { email: 'ada@example.com' },
    signsInWith: 'email',
  })
  const { parameters } = await house.startSrp('ada@example.com')
  expect(parameters['USER_ID_FOR_SRP']).toBe('e6a0f2d4-5a86-4f0e-9bb1-000000000001')
  expect(tokensOf(await house.bySrp('ada@example.com')).AccessToken).not.toBe('')
  expect(tokensOf(await house.bySrp(sub)).AccessToken).not.toBe('')
})

test('the name may be answered as it was given, as the canonical one, or as the sub', async () => {
  await using house = await signInScene({ UsernameConfiguration: { CaseSensitive: false } })
  const { sub } = await house.newUser('ada')
  for (const USERNAME of ['Ada', 'ADA', 'ada', sub]) {
    const proof = await house.startSrp('Ada')
    const ChallengeResponses = { ...proof.ChallengeResponses, USERNAME }
    expect(await house.proveSrp({ ...proof, ChallengeResponses })).toHaveProperty('AuthenticationResult')
  }
  const proof = await house.startSrp('Ada')
  const ChallengeResponses = { ...proof.ChallengeResponses, USERNAME: 'mary' }
  expect(await refusalOf(house.proveSrp({ ...proof, ChallengeResponses }))).toBe(invalidSession)
})

test('another password proves nothing', async () => {
  expect(await refusalOf(scene.bySrp('ada', 'Wrong-horse-1'))).toBe(wrong)
})

describe('a hostile SRP_A', () => {
  const hex = (value: bigint) => value.toString(16)
  test.each<[string, string]>([
    ['0', '0'],
    ['0 in many digits', '0'.repeat(768)],
    ['1', '1'],
    ['N - 1', hex(prime - 1n)],
    ['N', hex(prime)],
    ['N in capitals', hex(prime).toUpperCase()],
    ['N + 1', hex(prime + 1n)],
    ['2 N', hex(2n * prime)],
    ['a large multiple of N', hex(prime * prime)],
    ['longer than the group', `1${'0'.repeat(771)}`],
    ['very long', 'f'.repeat(100_000)],
    ['negative', '-2'],
    ['not hexadecimal', 'xyz'],
    ['hexadecimal with a prefix', '0x1234'],
    ['hexadecimal with a space', '12 34'],
  ])('of %s is refused before anything is asked', async (_, SRP_A) => {
    expect(await refusalOf(startWith(SRP_A))).toBe('InvalidParameterException: Invalid SRP_A.')
  })

  test('that is empty is missing', async () => {
    expect(await refusalOf(startWith(''))).toBe('InvalidParameterException: Missing required parameter SRP_A')
  })

  test('of an odd number of digits is none: it is an integer', async () => {
    expect(await startWith('abc')).toHaveProperty('ChallengeName', 'PASSWORD_VERIFIER')
  })
})

test('a proof opens one session only, however often and however parallel it is replayed', async () => {
  const proof = await scene.startSrp('ada')
  const answers = await Promise.all(Array.from({ length: 12 }, () => refusalOf(scene.proveSrp(proof))))
  expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(1)
  expect(new Set(answers)).toEqual(
    new Set(['accepted', 'NotAuthorizedException: Invalid session for the user, session can only be used once.']),
  )
  expect(await refusalOf(scene.proveSrp(proof))).toMatch(/session can only be used once\.$/)
})

test('a proof is not taken by another client of the pool', async () => {
  const { ClientId } = await scene.newClient()
  expect(await refusalOf(scene.proveSrp({ ...(await scene.startSrp('ada')), ClientId }))).toBe(invalidSession)
})

test('a proof is not taken by a client of another pool', async () => {
  const { UserPool } = await scene.call('CreateUserPool', { PoolName: 'others' })
  const { UserPoolClient } = await scene.call('CreateUserPoolClient', {
    UserPoolId: UserPool?.Id ?? '',
    ClientName: 'other',
  })
  const ClientId = UserPoolClient?.ClientId ?? ''
  expect(await refusalOf(scene.proveSrp({ ...(await scene.startSrp('ada')), ClientId }))).toBe(invalidSession)
})

test('a proof is not taken for another user', async () => {
  await scene.newUser('mary')
  expect(await refusalOf(proofWith({ USERNAME: 'mary' }))).toBe(invalidSession)
})

test('a proof with the secret block of another attempt is wrong', async () => {
  const other = await scene.startSrp('ada')
  const block = other.ChallengeResponses['PASSWORD_CLAIM_SECRET_BLOCK'] ?? ''
  expect(await refusalOf(proofWith({ PASSWORD_CLAIM_SECRET_BLOCK: block }))).toBe(wrong)
})

test.each(['AAAA', 'not base64 !', 'x'.repeat(5000), Buffer.alloc(900, 7).toString('base64')])(
  'a proof with a secret block that nobody made (%#) is no session',
  async (PASSWORD_CLAIM_SECRET_BLOCK) => {
    expect(await refusalOf(proofWith({ PASSWORD_CLAIM_SECRET_BLOCK }))).toBe(invalidSession)
  },
)

test('a proof with a bit of its secret block turned is no session', async () => {
  const proof = await scene.startSrp('ada')
  const block = Buffer.from(proof.ChallengeResponses['PASSWORD_CLAIM_SECRET_BLOCK'] ?? '', 'base64')
  block[40] = (block[40] ?? 0) ^ 1
  const ChallengeResponses = { ...proof.ChallengeResponses, PASSWORD_CLAIM_SECRET_BLOCK: block.toString('base64') }
  expect(await refusalOf(scene.proveSrp({ ...proof, ChallengeResponses }))).toBe(invalidSession)
})

test.each(['', 'x', '!!!', Buffer.alloc(32).toString('base64'), 'A'.repeat(4000)])(
  'a proof with the signature %j is wrong',
  async (PASSWORD_CLAIM_SIGNATURE) => {
    expect(await refusalOf(proofWith({ PASSWORD_CLAIM_SIGNATURE }))).toBe(wrong)
  },
)

test.each(['PASSWORD_CLAIM_SECRET_BLOCK', 'PASSWORD_CLAIM_SIGNATURE', 'TIMESTAMP', 'USERNAME'])(
  'a proof without %s is refused for its form',
  async (name) => {
    const proof = await scene.startSrp('ada')
    const { [name]: _, ...ChallengeResponses } = proof.ChallengeResponses
    expect(await refusalOf(scene.proveSrp({ ...proof, ChallengeResponses }))).toBe(
      `InvalidParameterException: Missing required parameter ${name}`,
    )
  },
)

test('a proof signed for a time that is not near is wrong, though its signature is right', async () => {
  const client = srpClient(scene.UserPoolId)
  const { ChallengeParameters = {} } = await startWith(client.SRP_A)
  const proofAt = (at: number) =>
    scene.proveSrp({
      ClientId: scene.ClientId,
      ChallengeResponses: client.answer(ChallengeParameters, goodPassword, at),
    })
  expect(await refusalOf(proofAt(scene.clock.now() - 6 * 60_000))).toBe(wrong)
  expect(await refusalOf(proofAt(scene.clock.now() + 6 * 60_000))).toBe(wrong)
  expect(await refusalOf(proofAt(scene.clock.now() + 4 * 60_000))).toBe('accepted')
})

test.each(['', 'yesterday', '2026-01-01T00:00:00Z', 'Fri Jan 1 00:00:00 UTC 2026', 'Thu Jan 01 00:00:00 UTC 2026'])(
  'a proof with the timestamp %j is wrong',
  async (TIMESTAMP) => {
    expect(TIMESTAMP).not.toBe(srpTimestamp(scene.clock.now()))
    expect(await refusalOf(proofWith({ TIMESTAMP }))).toBe(wrong)
  },
)

test('a proof that comes after the session has ended is too late', async () => {
  const proof = await scene.startSrp('ada')
  scene.clock.advance(3 * 60_000)
  expect(await refusalOf(scene.proveSrp(proof))).toBe(
    'NotAuthorizedException: Invalid session for the user, session is expired.',
  )
})

test('the client says how long a sign-in may take', async () => {
  const { ClientId } = await scene.newClient({ AuthSessionValidity: 15 })
  const proof = await scene.startSrp('ada', goodPassword, ClientId)
  scene.clock.advance(15 * 60_000 - 1)
  const late = await scene.startSrp('ada', goodPassword, ClientId)
  scene.clock.advance(1)
  expect(await refusalOf(scene.proveSrp(proof))).toMatch(/session is expired\.$/)
  expect(await refusalOf(scene.proveSrp(late))).toBe('accepted')
})

test('a user whose password is kept as Argon2id only is asked like any other, and never proves it', async () => {
  await scene.newUser('grace', { passwordKept: 'argon2id' })
  expect((await scene.startSrp('grace')).parameters['SALT']).toMatch(/^[0-9a-f]{32}$/)
  expect(await refusalOf(scene.bySrp('grace'))).toBe(wrong)
  expect(await refusalOf(scene.byPassword('grace'))).toBe('accepted')
})
