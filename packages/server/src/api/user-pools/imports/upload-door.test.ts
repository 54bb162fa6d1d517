import { expect, test } from 'vitest'
import { importLimits } from '../../../domain/import-job.ts'
import { importScene } from '../../../testing/import-scene.ts'

const ada = { 'cognito:username': 'ada', email: 'ada@example.com', name: 'Ådå 😀' }
const codeOf = ({ status, body }: { readonly status: number; readonly body: string | Buffer }) =>
  `${status} ${/<Code>(\w+)<\/Code>/.exec(String(body))?.[1]}`

test('a file that arrives in whatever pieces is kept whole', async () => {
  await using scene = await importScene()
  const { JobId, address } = await scene.createJob()
  const file = Buffer.from(await scene.fileOf([ada]))
  const pieces = Array.from(file, (_, place) => file.subarray(place, place + 1))
  const { status, headers, body } = await scene.put(address, [Buffer.from('\uFEFF'), ...pieces])
  expect([status, body]).toEqual([200, ''])
  expect(headers['etag']).toMatch(/^".+"$/)
  await scene.start(JobId)
  await scene.run()
  expect(await scene.describe(JobId)).toMatchObject({ Status: 'Succeeded', ImportedUsers: 1 })
  expect((await scene.attributesOf('ada'))['name']).toBe(ada.name)
})

test('what is kept of a file is sealed, and gone with the end of its job', async () => {
  await using scene = await importScene()
  const { store } = scene.world
  const { JobId, address } = await scene.createJob()
  await scene.put(address, [await scene.fileOf([ada])])
  const { work } = (await store.imports.find(scene.UserPoolId, JobId)) ?? {}
  const chunk = { poolId: scene.UserPoolId, jobId: JobId, uploadId: work?.upload?.id ?? '', place: 0 }
  expect(await store.imports.chunk(chunk)).toMatch(/^[\w-]+\.[\w-]+$/)
  await scene.start(JobId)
  await scene.run()
  expect(await store.imports.chunk(chunk)).toBeUndefined()
})

test('a file that is sent again replaces the one before it, but not once the job was started', async () => {
  await using scene = await importScene()
  const { JobId, address } = await scene.createJob()
  await scene.put(address, ['nonsense'])
  const first = (await scene.world.store.imports.find(scene.UserPoolId, JobId))?.work.upload
  await scene.put(address, [await scene.fileOf([ada])])
  const replaced = { poolId: scene.UserPoolId, jobId: JobId, uploadId: first?.id ?? '', place: 0 }
  expect(await scene.world.store.imports.chunk(replaced)).toBeUndefined()
  await scene.start(JobId)
  expect(codeOf(await scene.put(address, ['nonsense']))).toBe('403 AccessDenied')
  await scene.run()
  expect(await scene.describe(JobId)).toMatchObject({ Status: 'Succeeded', ImportedUsers: 1 })
})

test('a file that arrives while its job is started comes too late', async () => {
  await using scene = await importScene()
  const { JobId, address } = await scene.createJob()
  await scene.put(address, [await scene.fileOf([ada])])
  async function* slow() {
    yield 'nonsense'
    await scene.start(JobId)
    yield 'nonsense'
  }
  expect(codeOf(await scene.put(address, slow()))).toBe('403 AccessDenied')
  await scene.run()
  expect(await scene.describe(JobId)).toMatchObject({ Status: 'Succeeded', ImportedUsers: 1 })
})

test('an address that was not given out is refused as S3 refuses it', async () => {
  await using scene = await importScene()
  const { address } = await scene.createJob()
  const { address: another } = await scene.createJob()
  const forged = [
    new URL(another.search, address),
    new URL('?', address),
    new URL(`${address.href}0`),
    new URL(address.href.replace('expires=', 'expires=9')),
    new URL(address.href.replace(/import-\w+/, 'import-none')),
  ]
  for (const url of forged) expect(codeOf(await scene.put(url, ['x']))).toBe('403 SignatureDoesNotMatch')
  expect(codeOf(await scene.put(address, ['x'], 'GET'))).toBe('405 MethodNotAllowed')
})

test('an address is good for a quarter of an hour', async () => {
  await using scene = await importScene()
  const { address } = await scene.createJob()
  scene.clock.advance(importLimits.uploadMs - 5_000)
  expect((await scene.put(address, ['x'])).status).toBe(200)
  scene.clock.advance(6_000)
  expect(codeOf(await scene.put(address, ['x']))).toBe('403 AccessDenied')
})

test('a file that is too large or no text is refused, and nothing of it is kept', async () => {
  await using scene = await importScene()
  const { JobId, address } = await scene.createJob()
  const piece = Buffer.alloc(8 * 1_048_576, 'x')
  const tooMuch = Array.from({ length: importLimits.bytes / piece.length + 1 }, () => piece)
  expect(codeOf(await scene.put(address, tooMuch))).toBe('400 EntityTooLarge')
  expect(codeOf(await scene.put(address, [Buffer.from([0xc3, 0x28])]))).toBe('400 InvalidRequest')
  expect(codeOf(await scene.put(address, [Buffer.from([0xc3])]))).toBe('400 InvalidRequest')
  const { imports } = scene.world.store
  expect(await imports.dropChunks({ poolId: scene.UserPoolId, jobId: JobId }, 1)).toBe(0)
  expect((await imports.find(scene.UserPoolId, JobId))?.work.upload).toBeUndefined()
})

test('nothing is kept of a file that breaks off', async () => {
  await using scene = await importScene()
  const { JobId, address } = await scene.createJob()
  function* breaking() {
    yield Buffer.alloc(600_000, 'x')
    throw new Error('gone')
  }
  await expect(scene.put(address, breaking())).rejects.toThrow('gone')
  const ofJob = { poolId: scene.UserPoolId, jobId: JobId }
  expect(await scene.world.store.imports.dropChunks(ofJob, 1)).toBe(0)
})
