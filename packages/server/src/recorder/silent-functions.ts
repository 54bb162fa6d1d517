import type { Pool } from '../domain/pool.ts'
import type { Note } from './journal.ts'
import type { Silent } from './timeline.ts'

/** The triggers that may have a part in a call, in the order of its flow. */
const partsIn: Readonly<Record<string, readonly string[]>> = {
  SignUp: ['PreSignUp', 'CustomMessage', 'PostConfirmation'],
  ConfirmSignUp: ['PostConfirmation'],
  AdminConfirmSignUp: ['PostConfirmation'],
  ResendConfirmationCode: ['CustomMessage'],
  AdminCreateUser: ['PreSignUp', 'CustomMessage'],
  ForgotPassword: ['UserMigration', 'CustomMessage'],
  ConfirmForgotPassword: ['PostConfirmation'],
  AdminResetUserPassword: ['CustomMessage'],
  GetUserAttributeVerificationCode: ['CustomMessage'],
  UpdateUserAttributes: ['CustomMessage'],
  AdminUpdateUserAttributes: ['CustomMessage'],
  VerifyUserAttribute: [],
  GetTokensFromRefreshToken: ['PreTokenGeneration'],
}
const begins = ['PreAuthentication', 'UserMigration', 'DefineAuthChallenge', 'CreateAuthChallenge']
const goesOn = ['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse']
const ends = ['CustomMessage', 'PostAuthentication', 'PreTokenGeneration']
const senders: ReadonlySet<string> = new Set(['CustomEmailSender', 'CustomSMSSender'])

/** The functions that a pool has and that a call told nothing, each with the reason. */
export function silentFunctions(
  { LambdaConfig }: Pick<Pool['settings'], 'LambdaConfig'>,
  operation: string,
  { notes, refused }: { readonly notes: readonly Note[]; readonly refused: 'yes' | 'no' },
): readonly Silent[] {
  if (!LambdaConfig) return []
  const noted = new Set(notes.map(({ trigger }) => trigger))
  const parts = partsOf(operation)
  const whyNot = (trigger: string) => {
    if (senders.has(trigger)) return 'it is told of messages, behind the call'
    if (!parts.includes(trigger)) return `it has no part in ${operation}`
    return refused === 'yes' ? 'the call was refused before its turn' : 'nothing here was its to do'
  }
  const configured = Object.entries(LambdaConfig).flatMap(([name, value]) => (value ? [triggerOf(name)] : []))
  return [...new Set(configured)]
    .filter((trigger) => trigger !== 'KMSKeyID' && !noted.has(trigger))
    .map((trigger) => ({ kind: 'silent', trigger, why: whyNot(trigger) }))
}

function partsOf(operation: string): readonly string[] {
  if (operation.endsWith('InitiateAuth')) return [...begins, ...ends]
  if (operation.endsWith('RespondToAuthChallenge')) return [...goesOn, ...ends]
  return partsIn[operation] ?? []
}

const triggerOf = (name: string) => (name === 'PreTokenGenerationConfig' ? 'PreTokenGeneration' : name)
