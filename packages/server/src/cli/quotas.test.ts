import {
  CognitoIdentityProviderClient,
  LimitExceededException,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { goodPassword } from '../testing/good-password.ts'
import { requestFor } from '../testing/world.ts'
import { home, run, start } from './testing/command.ts'

const parsed = (text: string): unknown => JSON.parse(text)

test('a quota is its default until it is set, for its account and Region', async () => {
  using here = home()
  const before = await run(here.directory, ['quotas', 'list'])
  expect(before).toMatchObject({ code: 0, err: '' })
  expect(parsed(before.out)).toEqual(
    expect.arrayContaining([
      { Quota: 'UserAuthentication', Value: 120, Default: 120, Maximum: 1_000_000 },
      { Quota: 'UserImportRows', Value: 500_000, Default: 500_000, Maximum: 1_000_000 },
      { Quota: 'ResourceServers', Value: 25, Default: 25, Maximum: 300 },
      { Quota: 'DailyEmails', Value: 50, Default: 50, Maximum: 1_000_000 },
    ]),
  )
  const set = await run(here.directory, ['quotas', 'set', 'UserAuthentication', '300', '--account', '123456789012'])
  expect(parsed(set.out)).toEqual({
    Quota: 'UserAuthentication',
    Value: 300,
    Account: '123456789012',
    Region: 'us-east-1',
  })
  const shown = async (...more: string[]) => (await run(here.directory, ['quotas', 'list', ...more])).out
  const raised = '{"Quota":"UserAuthentication","Value":300,"Default":120,"Maximum":1000000}'
  expect(await shown('--account', '123456789012')).toContain(raised)
  expect(await shown()).not.toContain(raised)
  expect(await shown('eu-west-1', '--account', '123456789012')).not.toContain(raised)
})

test.each([
  ['a quota that there is not', ['UserAuthentications', '5'], /^There is no quota of this name: it is one of User/],
  ['a value of none', ['Terms', '0'], /^Terms must be a whole number from 1 to 1000000\.$/m],
  [
    'a value beyond AWS’s maximum',
    ['ResourceServers', '301'],
    /^ResourceServers must be a whole number from 1 to 300\.$/m,
  ],
  ['a value that is no number', ['Terms', '1e3'], /^Terms must be a whole number/],
  ['a Region that cannot be', ['Terms', '5', 'Ohio'], /^Ohio is not a Region such as us-east-1\.$/m],
  ['no value', ['Terms'], /missing required argument 'value'/],
])('%s is refused with exit code 2', async (_, words, said) => {
  using here = home()
  const { code, out, err } = await run(here.directory, ['quotas', 'set', ...words])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(said)
})

test('processes on a store share a rate, tell when to come back, and take up what is set while they run', async () => {
  using here = home()
  await using server = start(here.directory, ['dev', '--port', '0', '--no-demo', '--workers', '2', '--quotas'])
  const address = await server.ready()
  await run(here.directory, ['quotas', 'set', 'UserPoolRead', '4'])
  const few = await statusesOf(40, address)
  expect(few.get(200)).toBeGreaterThanOrEqual(4)
  expect(few.get(200)).toBeLessThanOrEqual(2 * 4)
  await run(here.directory, ['quotas', 'set', 'UserPoolRead', '1000'])
  await fetch(`${address}/_cognate/clock`, { method: 'POST', body: '{"advanceSeconds":2}' })
  expect([...(await statusesOf(40, address))]).toEqual([[200, 40]])
})

test('[O] AWS’s client is told that a day’s e-mails are used up, until more of them are allowed', async () => {
  using here = home()
  await run(here.directory, ['quotas', 'set', 'DailyEmails', '1'])
  await using server = start(here.directory, ['dev', '--port', '0', '--quotas'])
  const endpoint = await server.ready()
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const cognito = new CognitoIdentityProviderClient({ endpoint, region: 'us-east-1', credentials })
  const signUp = (Username: string) =>
    cognito.send(new SignUpCommand({ ClientId: 'cognatedemoclient000000001', Username, Password: goodPassword }))
  await signUp('ada@example.com')
  await expect(signUp('ben@example.com')).rejects.toThrow(LimitExceededException)
  await run(here.directory, ['quotas', 'set', 'DailyEmails', '2'])
  expect(await signUp('ben@example.com')).toMatchObject({ UserConfirmed: false })
})

/** How many of so many calls of one category had which status; they may lie in two seconds. */
async function statusesOf(calls: number, address: string): Promise<ReadonlyMap<number, number>> {
  const target = 'AWSCognitoIdentityProviderService.ListUserPools'
  const call = async () => {
    const { headers, body } = requestFor(target, '{"MaxResults":1}', Date.now())
    const { host: _, ...sent } = headers
    const answer = await fetch(address, { method: 'POST', headers: sent as Record<string, string>, body })
    expect(answer.headers.get('retry-after')).toBe(answer.status === 200 ? null : '1')
    return answer.status
  }
  const statuses = await Promise.all(Array.from({ length: calls }, call))
  return new Map([...new Set(statuses)].map((status) => [status, statuses.filter((each) => each === status).length]))
}
