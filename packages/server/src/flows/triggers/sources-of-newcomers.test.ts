import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { choiceScene, type ChoiceScene } from '../../testing/choice-scene.ts'
import { easyHandlers } from '../../testing/easy-handlers.ts'
import { answering, type FunctionEvent, recordedFunctions, unmoved } from '../../testing/recorded-functions.ts'
import { Refused } from '../../testing/world.ts'

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html#lambda-triggers-by-event

const recorded = recordedFunctions(easyHandlers)

let scene: ChoiceScene
let people = 0
let name = ''
let address = ''
beforeAll(async () => {
  const { functions, LambdaConfig } = recorded
  const client = {
    ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'],
    PreventUserExistenceErrors: 'LEGACY',
  } as const
  scene = await choiceScene(undefined, { functions, pool: { LambdaConfig }, client })
})
beforeEach(() => {
  name = `user-${(people += 1)}`
  address = `${name}@example.com`
})
afterAll(() => scene[Symbol.asyncDispose]())

const forgets = () => scene.call('ForgotPassword', { ClientId: scene.ClientId, Username: name })
const refused = (call: Promise<unknown>) => expect(call).rejects.toThrow(Refused)
const fromElsewhere = (event: FunctionEvent) =>
  answering(event, { userAttributes: { email: address, email_verified: 'true' }, finalUserStatus: 'CONFIRMED' })
async function whileElsewhere(flow: () => Promise<unknown>) {
  recorded.handle({ UserMigration: fromElsewhere })
  await flow()
  recorded.handle({ UserMigration: unmoved })
}

const flows: Readonly<Record<string, readonly [flow: () => Promise<unknown>, sources: readonly string[]]>> = {
  'signing in by password from another directory': [
    () => whileElsewhere(() => scene.byPassword(name)),
    [
      'UserMigration_Authentication',
      'PreAuthentication_Authentication',
      'PostAuthentication_Authentication',
      'TokenGeneration_Authentication',
    ],
  ],
  'signing in by password for the second time': [
    async () => {
      await whileElsewhere(() => scene.byPassword(name))
      recorded.fired()
      await scene.byPassword(name)
    },
    ['PreAuthentication_Authentication', 'PostAuthentication_Authentication', 'TokenGeneration_Authentication'],
  ],
  'signing in as somebody whom no directory knows': [
    () => refused(scene.byPassword(name)),
    ['UserMigration_Authentication'],
  ],
  'signing in by SRP as somebody unknown': [() => refused(scene.startSrp(name)), []],
  'signing in without a password as somebody unknown': [() => refused(scene.start({}, name)), []],
  'forgetting a password that another directory had': [
    () => whileElsewhere(forgets),
    ['UserMigration_ForgotPassword', 'CustomMessage_ForgotPassword'],
  ],
  'forgetting a password that nobody had': [() => refused(forgets()), ['UserMigration_ForgotPassword']],
  'signing in with the code that confirms the sign-up': [
    async () => {
      await scene.newUser(name, { status: 'UNCONFIRMED', attributes: { email: address } })
      const { Session } = await scene.prefer('EMAIL_OTP', {}, name)
      await scene.respond('EMAIL_OTP', Session, { EMAIL_OTP_CODE: await scene.codeTo(address) }, name)
    },
    [
      'PreAuthentication_Authentication',
      'CustomMessage_Authentication',
      'PostConfirmation_ConfirmSignUp',
      'PostAuthentication_Authentication',
      'TokenGeneration_Authentication',
    ],
  ],
}

test.each(Object.entries(flows))('%s fires these sources in this order, and no others [D][K]', async (_flow, row) => {
  const [flow, sources] = row
  recorded.fired()
  await flow()
  expect(recorded.fired()).toEqual(sources)
})
