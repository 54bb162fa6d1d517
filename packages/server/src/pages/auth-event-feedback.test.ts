import { expect, test } from 'vitest'
import type { Parts } from '../flows/open-world.ts'
import { listenerFor } from '../http/testing/listener-for.ts'
import { refusedWith } from '../testing/refused-with.ts'
import { elsewhere, onEveryLevel, threatScene } from '../testing/threat-scene.ts'
import { authEventFeedbackDoor } from './auth-event-feedback.ts'

const email = 'ada@example.com'

async function scene(parts: Partial<Parts> = {}) {
  const NotifyConfiguration = {
    SourceArn: 'arn:aws:ses:us-east-1:111122223333:identity/a@example.com',
    BlockEmail: { Subject: 's', TextBody: '{one-click-link-valid} {one-click-link-invalid}' },
  }
  const AccountTakeoverRiskConfiguration = { Actions: onEveryLevel('BLOCK', true), NotifyConfiguration }
  const house = await threatScene({ AccountTakeoverRiskConfiguration }, parts)
  await house.newUser('ada', { attributes: { email, email_verified: 'true' } })
  await house.signsIn('ada')
  await refusedWith(house.signsIn('ada', elsewhere))
  const [valid = '', invalid = ''] = (await house.inbox(email))[0]?.text.split(' ') ?? []
  const listener = await listenerFor([authEventFeedbackDoor(house.world)])
  const open = (link: string, init: RequestInit = {}, change: Readonly<Record<string, string>> = {}) => {
    const { pathname, searchParams } = new URL(link)
    const query = new URLSearchParams({ ...Object.fromEntries(searchParams), ...change })
    return fetch(`${listener.address}${pathname}?${query.toString()}`, init)
  }
  const said = async () => (await house.events('ada'))[0]?.EventFeedback?.FeedbackValue
  const dispose = async () => {
    await listener[Symbol.asyncDispose]()
    await house[Symbol.asyncDispose]()
  }
  return { valid, invalid, open, said, [Symbol.asyncDispose]: dispose }
}

test('opening the links of a notification says nothing yet: a mail scanner opens both', async () => {
  await using it = await scene()
  for (const link of [it.valid, it.invalid]) {
    const response = await it.open(link)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('<form method="post"><button>')
    expect(response.headers.get('content-security-policy')).toContain("form-action 'self'")
  }
  expect(await it.said()).toBeUndefined()
})

test('the button says it, and the other link says the contrary', async () => {
  await using it = await scene()
  expect(await (await it.open(it.invalid, { method: 'POST' })).text()).toContain('Thank you')
  expect(await it.said()).toBe('Invalid')
  await it.open(it.valid, { method: 'POST' })
  expect(await it.said()).toBe('Valid')
})

test.each([
  { feedback_token: 'made-up' },
  { feedback_value: 'Perhaps' },
  { event_id: 'none' },
  { user_name: 'nobody' },
  { user_name: '' },
  { user_name: 'ada\0' },
])('a link that is not what was sent is refused (%j)', async (change) => {
  await using it = await scene()
  const response = await it.open(it.valid, { method: 'POST' }, change)
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('This link does not work')
  expect(await it.said()).toBeUndefined()
})

test('other methods say which there are', async () => {
  await using it = await scene()
  const response = await it.open(it.valid, { method: 'PUT' })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST'])
})

test('the button counts in the same rates as UpdateAuthEventFeedback', async () => {
  await using it = await scene({ lessor: 'process' })
  const open = () => it.open(it.valid, { method: 'POST' }, { user_name: 'nobody' })
  const answers = await Promise.all(Array.from({ length: 12 }, open))
  const withStatus = (wanted: number) => answers.filter(({ status }) => status === wanted)
  expect([withStatus(400).length, withStatus(429).length]).toEqual([10, 2])
  expect(await withStatus(429)[0]?.text()).toContain('Too many attempts')
})
