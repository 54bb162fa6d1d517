import type { CreateUserPoolRequest } from '@cognate/wire/user-pools.ts'
import type { Parts } from '../flows/open-world.ts'
import { answering, type Handlers, recordedFunctions } from './recorded-functions.ts'
import { signInScene } from './sign-in-scene.ts'

/** AWS's own example: a question, three tries; after the password where the client began with it. */
const handlersOfExample: Handlers = {
  DefineAuthChallenge: (event) => {
    const rounds = event.request.session ?? []
    const last = rounds.at(-1)
    if (last?.challengeName === 'SRP_A') return answering(event, { challengeName: 'PASSWORD_VERIFIER' })
    if (last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult)
      return answering(event, { issueTokens: true })
    const tries = rounds.filter(({ challengeName }) => challengeName === 'CUSTOM_CHALLENGE').length
    return answering(event, tries < 3 ? { challengeName: 'CUSTOM_CHALLENGE' } : { failAuthentication: true })
  },
  CreateAuthChallenge: (event) =>
    answering(event, {
      publicChallengeParameters: { question: 'How much is six times seven?' },
      privateChallengeParameters: { answer: '42' },
      challengeMetadata: 'SUM',
    }),
  VerifyAuthChallengeResponse: (event) =>
    answering(event, {
      answerCorrect: event.request.challengeAnswer === event.request.privateChallengeParameters?.['answer'],
    }),
}

export interface CustomAuthWishes extends Partial<Parts> {
  readonly handlers?: Handlers
  readonly pool?: Partial<CreateUserPoolRequest>
}

/** A pool whose sign-in is up to functions, what these were told, and short words for going through it. */
export async function customAuthScene({ handlers, pool, ...parts }: CustomAuthWishes = {}) {
  const { functions, LambdaConfig, ...recorded } = recordedFunctions({ ...handlersOfExample, ...handlers })
  const client = { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_SRP_AUTH'] } as const
  const scene = await signInScene({ LambdaConfig, ...pool }, { functions, client, ...parts })
  const { call, ClientId: ofScene } = scene

  const start = (USERNAME: string, more: Readonly<Record<string, string>> = {}, ClientId = ofScene) =>
    call('InitiateAuth', { ClientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME, ...more } })

  const reply = (
    Session: string | undefined,
    ANSWER: string,
    more: {
      readonly USERNAME?: string
      readonly ClientId?: string
      readonly ClientMetadata?: Record<string, string>
    } = {},
  ) => {
    const { USERNAME = 'ada', ...rest } = more
    const ChallengeResponses = { USERNAME, ANSWER }
    const session = Session === undefined ? {} : { Session }
    return call('RespondToAuthChallenge', {
      ClientId: ofScene,
      ChallengeName: 'CUSTOM_CHALLENGE',
      ...session,
      ChallengeResponses,
      ...rest,
    })
  }

  /** Which functions were told of something since this was asked last. */
  const fired = () => recorded.fired().map((source) => source.split('_')[0])

  return { ...scene, ...recorded, fired, start, reply }
}

export type CustomAuthScene = Awaited<ReturnType<typeof customAuthScene>>
