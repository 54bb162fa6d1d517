import { expect, test } from 'vitest'
import { poolsOfOthers } from '../../../testing/pools-of-others.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { elsewhere, home, threatScene } from '../../../testing/threat-scene.ts'

const at = (events: readonly { readonly CreationDate?: Date | undefined }[]) =>
  events.map(({ CreationDate }) => Number(CreationDate))

test('a sign-in is an event: when, from where, with what, and how it went [D]', async () => {
  await using scene = await threatScene()
  await scene.newUser('ada')
  await scene.signsIn('ada', home, { device: 'Phone/1' })
  const [event] = await scene.events('ada')
  expect(event).toEqual({
    EventId: expect.stringMatching(/^[\w+-]{1,50}$/),
    EventType: 'SignIn',
    CreationDate: scene.clock.now() / 1000,
    EventResponse: 'Pass',
    EventRisk: { RiskDecision: 'NoRisk', CompromisedCredentialsDetected: false },
    ChallengeResponses: [{ ChallengeName: 'Password', ChallengeResponse: 'Success' }],
    EventContextData: { IpAddress: home, DeviceName: 'Phone/1' },
  })
})

test('events come newest first, sixty a page unless fewer are asked for [D]', async () => {
  await using scene = await threatScene()
  const { call, UserPoolId, clock } = scene
  await scene.newUser('ada')
  for (let count = 0; count < 62; count += 1) {
    clock.advance(1000)
    await scene.signsIn('ada')
  }
  const list = (more: object = {}) => call('AdminListUserAuthEvents', { UserPoolId, Username: 'ada', ...more })
  const first = await list()
  const second = await list({ NextToken: first.NextToken })
  const all = at([...(first.AuthEvents ?? []), ...(second.AuthEvents ?? [])])
  expect([first.AuthEvents?.length, second.AuthEvents?.length, second.NextToken]).toEqual([60, 2, undefined])
  expect(all).toEqual(all.toSorted((one, other) => other - one))
  expect((await list({ MaxResults: 0 })).AuthEvents).toHaveLength(60)
  expect((await list({ MaxResults: 7 })).AuthEvents).toHaveLength(7)
  expect(await refusedWith(list({ NextToken: 'made-up' }))).toBe('InvalidParameterException: Invalid pagination token.')
  await scene.newUser('bob')
  const ofBob = call('AdminListUserAuthEvents', { UserPoolId, Username: 'bob', NextToken: first.NextToken })
  expect(await refusedWith(ofBob)).toBe('InvalidParameterException: Invalid pagination token.')
})

test('an administrator says of an event whether it was the user [D]', async () => {
  await using scene = await threatScene()
  const { call, UserPoolId } = scene
  await scene.newUser('ada')
  await scene.signsIn('ada')
  const EventId = (await scene.events('ada'))[0]?.EventId ?? ''
  const say = (FeedbackValue: 'Valid' | 'Invalid', event = EventId, Username = 'ada') =>
    call('AdminUpdateAuthEventFeedback', { UserPoolId, Username, EventId: event, FeedbackValue })
  expect(await say('Valid')).toEqual({})
  scene.clock.advance(1000)
  await say('Invalid')
  expect((await scene.events('ada'))[0]?.EventFeedback).toEqual({
    FeedbackValue: 'Invalid',
    Provider: 'Admin',
    FeedbackDate: scene.clock.now() / 1000,
  })
  await scene.newUser('bob')
  expect(await refusedWith(say('Valid', 'none'))).toBe('ResourceNotFoundException: Event not found.')
  expect(await refusedWith(say('Valid', EventId, 'bob'))).toBe('ResourceNotFoundException: Event not found.')
  expect(await refusedWith(say('Valid', EventId, 'nobody'))).toBe('UserNotFoundException: User does not exist.')
})

test('events end with their user, and after half a year', async () => {
  await using scene = await threatScene()
  const { call, UserPoolId, world, clock } = scene
  const ada = await scene.newUser('ada')
  await scene.newUser('bob')
  await scene.signsIn('ada')
  await scene.signsIn('bob')
  await call('AdminDeleteUser', { UserPoolId, Username: 'ada' })
  expect((await world.store.authEvents.list(UserPoolId, ada.sub, { limit: 9 })).items).toEqual([])
  await world.store.forgetExpired(clock.now() + 179 * 86_400_000, 100)
  expect(await scene.events('bob')).toHaveLength(1)
  await world.store.forgetExpired(clock.now() + 181 * 86_400_000, 100)
  expect(await scene.events('bob')).toEqual([])
})

test('what is kept of an address cannot be read without the keys', async () => {
  await using scene = await threatScene()
  const { sub } = await scene.newUser('ada')
  await scene.signsIn('ada', elsewhere)
  const { items } = await scene.world.store.authEvents.list(scene.UserPoolId, sub, { limit: 9 })
  expect(items).toHaveLength(1)
  expect(JSON.stringify(items)).not.toContain(elsewhere)
})

test('of a pool without threat protection nothing is told, nor taken [D]', async () => {
  await using scene = await threatScene(undefined, { mode: 'OFF' })
  const { call, UserPoolId } = scene
  await scene.newUser('ada')
  const refusal = `UserPoolAddOnNotEnabledException: Threat protection is not enabled for user pool ${UserPoolId}.`
  const event = { UserPoolId, Username: 'ada', EventId: 'e', FeedbackValue: 'Valid' } as const
  expect(await refusedWith(scene.events('ada'))).toBe(refusal)
  expect(await refusedWith(call('AdminUpdateAuthEventFeedback', event))).toBe(refusal)
  expect(await refusedWith(call('UpdateAuthEventFeedback', { ...event, FeedbackToken: 't' }))).toBe(refusal)
})

test('nobody asks about users who are not there, or about pools of others', async () => {
  await using scene = await threatScene()
  const { call } = scene
  expect(await refusedWith(scene.events('nobody'))).toBe('UserNotFoundException: User does not exist.')
  for (const UserPoolId of await poolsOfOthers(scene)) {
    const refusal = `ResourceNotFoundException: User pool ${UserPoolId} does not exist.`
    const event = { UserPoolId, Username: 'ada', EventId: 'e', FeedbackValue: 'Valid' } as const
    expect(await refusedWith(call('AdminListUserAuthEvents', { UserPoolId, Username: 'ada' }))).toBe(refusal)
    expect(await refusedWith(call('AdminUpdateAuthEventFeedback', event))).toBe(refusal)
  }
})
