import type { AuthFactorType, ChallengeNameType, CreateUserPoolRequest } from '@cognate/wire/user-pools.ts'
import type { Parts } from '../flows/open-world.ts'
import { signInScene } from './sign-in-scene.ts'

type Answers = Readonly<Record<string, string>>

interface Wishes extends Partial<Parts> {
  readonly pool?: Partial<CreateUserPoolRequest>
  readonly client?: NonNullable<Parameters<typeof signInScene>[1]>['client']
}

const everyFactor: readonly AuthFactorType[] = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP']

/** A pool that lets people choose how to begin, Ada who has both addresses, and short words for what she does. */
export async function choiceScene(AllowedFirstAuthFactors = everyFactor, { pool, client, ...parts }: Wishes = {}) {
  const it = await signInScene(
    {
      Policies: { SignInPolicy: { AllowedFirstAuthFactors } },
      SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::111122223333:role/sms' },
      AutoVerifiedAttributes: ['email'],
      ...pool,
    },
    {
      ...parts,
      client: {
        ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        PreventUserExistenceErrors: 'ENABLED',
        ...client,
      },
    },
  )
  const { call, ClientId, UserPoolId, inbox } = it

  const start = (parameters: Answers = {}, USERNAME = 'ada') =>
    call('InitiateAuth', { ClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME, ...parameters } })

  const prefer = (PREFERRED_CHALLENGE: string, more: Answers = {}, name?: string) =>
    start({ PREFERRED_CHALLENGE, ...more }, name)

  const respond = (ChallengeName: ChallengeNameType, Session: string | undefined, answers: Answers, name = 'ada') =>
    call('RespondToAuthChallenge', {
      ClientId,
      ChallengeName,
      ...(Session === undefined ? {} : { Session }),
      ChallengeResponses: { USERNAME: name, ...answers },
    })

  const select = (Session: string | undefined, ANSWER: string, more: Answers = {}, name?: string) =>
    respond('SELECT_CHALLENGE', Session, { ANSWER, ...more }, name)

  /** The newest code sent to an address. */
  const codeTo = async (address: string) => (await inbox(address))[0]?.code ?? 'none'

  const profile = async (Username = 'ada') => {
    const { UserStatus, UserAttributes = [] } = await call('AdminGetUser', { UserPoolId, Username })
    return { UserStatus, ...Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value])) }
  }

  /** A name that leads to nobody, and is answered as one who has these. */
  async function nobodyWith(factors: readonly ChallengeNameType[]): Promise<string> {
    for (let n = 0; ; n++) {
      const answer = start({ PREFERRED_CHALLENGE: 'PASSWORD' }, `nobody-${n}`)
      // Of some only codes are asked, which this pool may not be able to send.
      const available = await answer.then(
        ({ AvailableChallenges = [] }) => AvailableChallenges,
        () => [],
      )
      if (available.join() === factors.join()) return `nobody-${n}`
    }
  }

  const newAda = (wishes: Parameters<typeof it.newUser>[1] = {}) =>
    it.newUser('ada', { attributes: { email: adasEmail, phone_number: adasPhone }, ...wishes })

  return { ...it, start, prefer, respond, select, codeTo, profile, newAda, nobodyWith }
}

export type ChoiceScene = Awaited<ReturnType<typeof choiceScene>>

export const adasEmail = 'ada@example.com'
export const adasPhone = '+15555550123'
