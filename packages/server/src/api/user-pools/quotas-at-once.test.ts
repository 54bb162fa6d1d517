import { expect } from 'vitest'
import { systemRandom } from '../../ambient/random.ts'
import { sharedStoreTest } from '../../testing/every-store.ts'
import { importScene } from '../../testing/import-scene.ts'
import { providerRequests } from '../../testing/provider-requests.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { testWorld } from '../../testing/world.ts'

const askers = 8

/** Somebody with much to ask of two nodes at once; answers without what differs, sorted. */
async function scene(place: Parameters<Parameters<typeof sharedStoreTest>[1]>[0]) {
  const masterKey = systemRandom.bytes(32)
  const first = await importScene({ parts: { store: await place.open(), masterKey } })
  const second = await testWorld({ store: await place.open(), masterKey })
  const atOnce = async (ask: (call: typeof first.call, at: number) => Promise<unknown>, times = askers) => {
    const asked = Array.from({ length: times }, (_, at) => refusalOf(ask(at % 2 ? first.call : second.call, at)))
    return (await Promise.all(asked))
      .map((answer) => answer.replace(/ [\w-]+ already| the limit of \d+ .*/, ''))
      .toSorted()
  }
  return {
    ...first,
    atOnce,
    async [Symbol.asyncDispose]() {
      await second[Symbol.asyncDispose]()
      await first[Symbol.asyncDispose]()
    },
  }
}

const times = (count: number, answer: string) => Array.from({ length: count }, () => answer)

sharedStoreTest('[D] a client gets no third secret, however many are added at once', async (place) => {
  await using here = await scene(place)
  const { UserPoolId, call } = here
  const made = await call('CreateUserPoolClient', { UserPoolId, ClientName: 'c', GenerateSecret: true })
  const ClientId = made.UserPoolClient?.ClientId ?? ''
  expect(await here.atOnce((node) => node('AddUserPoolClientSecret', { UserPoolId, ClientId }))).toEqual([
    ...times(askers - 1, 'LimitExceededException: User pool client has 2 secrets.'),
    'accepted',
  ])
})

sharedStoreTest('[D] a user is linked to five identities, however many are linked at once', async (place) => {
  await using here = await scene(place)
  const { UserPoolId } = here
  await here.call('CreateIdentityProvider', { UserPoolId, ...providerRequests.Google })
  await here.signedUp('ada')
  const link = (node: typeof here.call, at: number) =>
    node('AdminLinkProviderForUser', {
      UserPoolId,
      DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: 'ada' },
      SourceUser: {
        ProviderName: 'Google',
        ProviderAttributeName: 'Cognito_Subject',
        ProviderAttributeValue: `g-${at}`,
      },
    })
  expect(await here.atOnce(link)).toEqual([
    ...times(askers - 5, 'LimitExceededException: User has reached'),
    ...times(5, 'accepted'),
  ])
})

sharedStoreTest('[D] a pool has fifty custom attributes, however many are added at once', async (place) => {
  await using here = await scene(place)
  const { UserPoolId } = here
  const ten = (node: typeof here.call, at: number) =>
    node('AddCustomAttributes', {
      UserPoolId,
      CustomAttributes: Array.from({ length: 10 }, (_, n) => ({ Name: `a${at}-${n}`, AttributeDataType: 'String' })),
    })
  expect(await here.atOnce(ten)).toEqual([
    ...times(askers - 5, 'InvalidParameterException: A user pool can have at most 50 custom attributes.'),
    ...times(5, 'accepted'),
  ])
})

sharedStoreTest('[K] one import of a pool runs, however many are started at once', async (place) => {
  await using here = await scene(place)
  const { UserPoolId } = here
  const file = await here.fileOf([{ 'cognito:username': 'ada', email: 'ada@example.com' }])
  const jobs: string[] = []
  for (let at = 0; at < askers; at++) {
    const { JobId, address } = await here.createJob()
    await here.put(address, [file])
    jobs.push(JobId)
  }
  expect(await here.atOnce((node, at) => node('StartUserImportJob', { UserPoolId, JobId: jobs[at] ?? '' }))).toEqual([
    ...times(askers - 1, 'PreconditionNotMetException: Another import job of the user pool has not ended yet.'),
    'accepted',
  ])
})
