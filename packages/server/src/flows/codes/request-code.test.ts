import { expect, test } from 'vitest'
import { openSqliteStore } from '../../store/open-sqlite-store.ts'
import { peopleIn } from '../../testing/people.ts'
import { recorded } from '../../testing/recorded.ts'
import { refusedWith } from '../../testing/refused-with.ts'

/** A pool that hides who exists, ada in it, and what the store is asked for during a call. */
async function watched() {
  const calls: string[] = []
  const store = recorded(await openSqliteStore({ memory: true }), calls)
  const client = { PreventUserExistenceErrors: 'ENABLED' } as const
  const people = await peopleIn({ client, parts: { store } })
  const costOf = async (call: () => Promise<unknown>) => {
    calls.length = 0
    await refusedWith(call())
    return calls.filter((name) => !name.startsWith('outbox.take'))
  }
  return { ...people, costOf }
}

test('a code that is asked for costs nobody what it costs somebody, but for the message', async () => {
  await using people = await watched()
  await people.signedUp('ada')
  const forgot = (Username: string) => () => people.call('ForgotPassword', { ClientId: people.ClientId, Username })
  const [ada, nobody] = [await people.costOf(forgot('ada')), await people.costOf(forgot('nobody'))]
  // What is put, and what the sender looks for behind the answer.
  const besides = (calls: readonly string[]) => calls.filter((name) => !name.startsWith('outbox.'))
  expect(besides(nobody)).toEqual(['clients.findWithPool', 'users.findByName', 'guards.count', 'codes.put', 'decide'])
  expect(besides(ada)).toEqual(besides(nobody))
})

test('a wrong code costs nobody what it costs somebody', async () => {
  await using people = await watched()
  await people.signUp('ada')
  const { ClientId } = people
  for (const Username of ['ada', 'nobody']) await people.call('ResendConfirmationCode', { ClientId, Username })
  const confirm = (Username: string) => () =>
    people.call('ConfirmSignUp', { ClientId, Username, ConfirmationCode: 'no-code' })
  const [ada, nobody] = [await people.costOf(confirm('ada')), await people.costOf(confirm('nobody'))]
  expect(ada).toEqual(['clients.findWithPool', 'users.findByName', 'guards.count', 'codes.find', 'decide'])
  expect(nobody).toEqual(ada)
})
