import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateAuthEventFeedbackCommand,
  type AuthEventType,
  InvalidPasswordException,
  NotAuthorizedException,
  paginateAdminListUserAuthEvents,
  SetRiskConfigurationCommand,
  SignUpCommand,
  UpdateAuthEventFeedbackCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { inboxAt } from './inbox.ts'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { sdkClient } from './sdk-client.ts'

const Password = 'Correct-Horse-1'
const Username = 'ada'

const scenes = onBothStores(async ({ endpoint }) => {
  const cognito = sdkClient(endpoint)
  const { poolId: UserPoolId, clientId: ClientId } = await newPool(endpoint, {
    pool: {
      UsernameAttributes: [],
      UserPoolTier: 'PLUS',
      UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    },
    client: { ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] },
  })
  const action = { EventAction: 'BLOCK', Notify: true } as const
  await cognito.send(
    new SetRiskConfigurationCommand({
      UserPoolId,
      CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } },
      AccountTakeoverRiskConfiguration: {
        Actions: { LowAction: action, MediumAction: action, HighAction: action },
        NotifyConfiguration: {
          SourceArn: 'arn:aws:ses:us-east-1:111122223333:identity/security@example.com',
          BlockEmail: { Subject: 'Blocked', TextBody: '{event-id} {feedback-token} {one-click-link-invalid}' },
        },
      },
    }),
  )
  const signIn = (IpAddress: string) =>
    cognito.send(
      new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: Username, PASSWORD: Password },
        ContextData: { IpAddress, ServerName: 'app', ServerPath: '/', HttpHeaders: [] },
      }),
    )
  return { cognito, UserPoolId, ClientId, signIn, inbox: inboxAt(endpoint) }
})

test.each(scenes)('a stranger is blocked, their victim told and believed, on $store', async (scene) => {
  const { cognito, UserPoolId, signIn } = scene
  const ada = { UserPoolId, Username }
  const UserAttributes = [
    { Name: 'email', Value: 'ada@example.com' },
    { Name: 'email_verified', Value: 'true' },
  ]
  await cognito.send(new AdminCreateUserCommand({ ...ada, UserAttributes, MessageAction: 'SUPPRESS' }))
  await cognito.send(new AdminSetUserPasswordCommand({ ...ada, Password, Permanent: true }))
  expect(await signIn('192.0.2.1')).toHaveProperty('AuthenticationResult.AccessToken')
  await expect(signIn('203.0.113.9')).rejects.toThrow(NotAuthorizedException)

  const [EventId, FeedbackToken, link] = await toldTo('ada@example.com', scene)
  const page = await fetch(link)
  expect(await page.text()).toContain('Was it somebody else who signed in?')
  expect((await fetch(link, { method: 'POST' })).status).toBe(200)
  const feedback = { ...ada, EventId, FeedbackToken, FeedbackValue: 'Valid' } as const
  const forged = new UpdateAuthEventFeedbackCommand({ ...feedback, FeedbackToken: 'forged' })
  await expect(cognito.send(forged)).rejects.toThrow(NotAuthorizedException)
  await cognito.send(new UpdateAuthEventFeedbackCommand(feedback))
  expect(await signIn('203.0.113.9')).toHaveProperty('AuthenticationResult.AccessToken')

  const events = await eventsOf(ada, scene)
  expect(events.map(({ EventResponse }) => EventResponse)).toEqual(['Pass', 'Fail', 'Pass'])
  expect(events[1]).toMatchObject({
    EventId,
    EventType: 'SignIn',
    EventRisk: { RiskDecision: 'Block', RiskLevel: 'Low', CompromisedCredentialsDetected: false },
    EventContextData: { IpAddress: '203.0.113.9' },
    EventFeedback: { FeedbackValue: 'Valid', Provider: 'User', FeedbackDate: expect.any(Date) },
  })
  const said = { ...ada, EventId: events[0]?.EventId, FeedbackValue: 'Invalid' } as const
  await cognito.send(new AdminUpdateAuthEventFeedbackCommand(said))
  expect((await eventsOf(ada, scene))[0]?.EventFeedback).toMatchObject({ Provider: 'Admin' })
})

type Prepared = (typeof scenes)[number]

async function toldTo(address: string, { inbox }: Prepared): Promise<readonly [string, string, string]> {
  const [letter] = await inbox.letters(address)
  const [id = '', token = '', link = ''] = letter?.text.split(' ') ?? []
  return [id, token, link]
}

/** Newest first, over several pages. */
async function eventsOf(user: { readonly UserPoolId: string; readonly Username: string }, { cognito }: Prepared) {
  const events: AuthEventType[] = []
  for await (const page of paginateAdminListUserAuthEvents({ client: cognito, pageSize: 2 }, { ...user }))
    events.push(...(page.AuthEvents ?? []))
  return events
}

test.each(scenes)('nobody signs up with a password that everybody chooses, on $store', async (scene) => {
  const { cognito, ClientId } = scene
  const signUp = (Username: string, password: string) =>
    cognito.send(new SignUpCommand({ ClientId, Username, Password: password }))
  await expect(signUp('bob', 'P@ssw0rd')).rejects.toThrow(InvalidPasswordException)
  expect(await signUp('bob', Password)).toHaveProperty('UserConfirmed', false)
})
