import { expect } from 'vitest'
import type { LambdaFunction } from '../domain/lambda-function.ts'
import { storeTest } from '../testing/every-store.ts'
import { uniqueText } from '../testing/store-fixtures.ts'
import { Conflict } from './statement.ts'

const hour = 3_600_000

function aFunction(over: Partial<LambdaFunction> = {}): LambdaFunction {
  return {
    account: uniqueText(12),
    region: 'us-east-1',
    name: 'guard',
    settings: {
      runtime: 'nodejs24.x',
      handler: 'index.handler',
      role: 'arn:aws:iam::000000000000:role/guard',
      description: '',
      timeoutSeconds: 3,
      memoryMB: 128,
      architecture: 'x86_64',
      tags: {},
    },
    sealedVariables: 'sealed',
    code: { id: uniqueText(12), chunks: 1, bytes: 3, sha256: 'abc' },
    policy: [{ id: 'one', action: 'lambda:InvokeFunction', principal: 'cognito-idp.amazonaws.com' }],
    revisionId: 'r',
    createdAt: 1,
    modifiedAt: 2,
    version: 1,
    ...over,
  }
}
const taken = () => new Error('taken')

storeTest('a function comes back as it was stored and saved, and an outdated save is refused', async (store) => {
  const { lambdaFunctions, decide } = store
  const made = aFunction()
  await decide([lambdaFunctions.add(made, taken)])
  expect(await lambdaFunctions.find(made)).toEqual(made)
  for (const other of [{ account: 'x' }, { region: 'eu-west-1' }, { name: 'x' }])
    expect(await lambdaFunctions.find({ ...made, ...other })).toBeUndefined()
  await expect(decide([lambdaFunctions.add(made, taken)])).rejects.toThrow('taken')
  const changed = { ...made, revisionId: 's', policy: [] }
  await decide([lambdaFunctions.save(changed)])
  expect(await lambdaFunctions.find(made)).toEqual({ ...changed, version: 2 })
  await expect(decide([lambdaFunctions.save(changed)])).rejects.toBeInstanceOf(Conflict)
  await expect(decide([lambdaFunctions.remove(changed)])).rejects.toBeInstanceOf(Conflict)
  await decide([lambdaFunctions.remove({ ...changed, version: 2 })])
  expect(await lambdaFunctions.find(made)).toBeUndefined()
})

storeTest('functions of an account in a Region come by name, page by page', async ({ lambdaFunctions, decide }) => {
  const account = uniqueText(12)
  const made = ['a', 'b', 'c'].map((name) => aFunction({ account, name }))
  await decide([...made, aFunction({ account, region: 'eu-west-1' })].map((each) => lambdaFunctions.add(each, taken)))
  const place = { account, region: 'us-east-1' }
  expect(await lambdaFunctions.list(place, { limit: 2 })).toEqual({ items: made.slice(0, 2), next: 'b' })
  expect(await lambdaFunctions.list(place, { limit: 2, after: 'b' })).toEqual({ items: made.slice(2) })
})

storeTest('code that no function has is forgotten after an hour, and no other', async (store) => {
  const { lambdaFunctions, decide } = store
  const made = aFunction()
  const chunk = { codeId: made.code.id, place: 0, sealed: 'a', createdAt: 0 }
  const orphan = { ...chunk, codeId: uniqueText(12) }
  const young = { ...orphan, codeId: uniqueText(12), createdAt: 1000 }
  await decide([
    lambdaFunctions.add(made, taken),
    ...[chunk, orphan, young].map((each) => lambdaFunctions.addChunk(each)),
  ])
  expect(await lambdaFunctions.chunk(orphan.codeId, 0)).toBe('a')
  await store.forgetExpired(hour + 1, 100)
  const left = await Promise.all([chunk, orphan, young].map(({ codeId }) => lambdaFunctions.chunk(codeId, 0)))
  expect(left).toEqual(['a', undefined, 'a'])
})
