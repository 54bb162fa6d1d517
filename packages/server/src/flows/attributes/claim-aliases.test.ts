import { expect } from 'vitest'
import { sharedStoreTest } from '../../testing/every-store.ts'
import { peopleIn } from '../../testing/people.ts'

sharedStoreTest('of two who take the same address at the same moment one has it, and proved it', async (place) => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['email'] }, parts: { store: await place.open() } })
  const { call, ClientId, UserPoolId } = people
  for (let round = 0; round < 4; round++) {
    const email = `shared${round}@example.com`
    const names = [`ada${round}`, `bea${round}`]
    const codes: string[] = []
    for (const name of names) {
      await people.signUp(name, { email })
      codes.push(await people.codeTo(email))
    }
    const confirm = (Username: string, at: number) =>
      call('ConfirmSignUp', { ClientId, Username, ConfirmationCode: codes[at] ?? '', ForceAliasCreation: true })
    await Promise.all(names.map(confirm))
    const { Username: holder } = await call('AdminGetUser', { UserPoolId, Username: email })
    const proved = await Promise.all(names.map(async (name) => (await people.attributesOf(name))['email_verified']))
    expect(proved).toEqual(names.map((name) => String(name === holder)))
  }
})
