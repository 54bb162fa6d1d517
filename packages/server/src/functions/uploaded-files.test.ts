import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uploadedFiles } from './uploaded-files.ts'

let folder: string
let root: string
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'uploaded-files-')))
  root = join(folder, 'code')
  await mkdir(join(root, 'src'), { recursive: true })
  await mkdir(join(folder, 'code-beside'))
  for (const name of ['code/src/app.js', 'code/src/app.py', 'x.js', 'x.py', 'bootstrap', 'code-beside/x.js'])
    await writeFile(join(folder, name), '')
  await symlink(join(folder, 'x.js'), join(root, 'linked.js'))
  await symlink(join(folder, 'bootstrap'), join(root, 'bootstrap'))
})
afterAll(() => rm(folder, { recursive: true }))

test.each([
  ['nodejs22.x', 'src/app.handler', 'src/app.js'],
  ['python3.13', 'src.app.handler', 'src/app.py'],
])('a handler in %s is found in the code: %s', async (runtime, handler, file) => {
  expect(await uploadedFiles(root, { runtime, handler })).toMatchObject({ file: join(root, file) })
})

test.each([
  ['nodejs22.x', '../x.handler'],
  ['nodejs22.x', 'src/../../x.handler'],
  ['nodejs22.x', '../code-beside/x.handler'],
  ['nodejs22.x', 'linked.handler'],
  ['python3.13', '../x.handler'],
  ['python3.13', '...x.handler'],
  ['provided.al2023', 'whatever'],
])('nothing out of the code is a handler in %s: %s', async (runtime, handler) => {
  expect(await uploadedFiles(root, { runtime, handler })).toBeUndefined()
})
