import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import yazl from 'yazl'
import { unpackZip } from './unpack-zip.ts'
import { readZip, zipLimits } from './zip-file.ts'

interface File {
  readonly name: string
  readonly text?: string
  readonly mode?: number
}

async function zipOf(files: readonly File[]): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const { name, text = 'text', mode = 0o100644 } of files) zip.addBuffer(Buffer.from(text), name, { mode })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** A name of the same length in the place of another. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')
}

test('a zip file is unpacked as it was packed, and nobody else may enter', async () => {
  const zip = await zipOf([
    { name: 'a/b.js', text: 'one' },
    { name: 'run', mode: 0o100755 },
  ])
  const directory = await unpackZip(zip, undefined)
  expect(await readFile(join(directory, 'a/b.js'), 'utf8')).toBe('one')
  expect((await stat(join(directory, 'run'))).mode & 0o777).toBe(0o755)
  expect((await stat(directory)).mode & 0o777).toBe(0o700)
  await rm(directory, { recursive: true })
})

test.each([
  ['leads upwards', renamed(await zipOf([{ name: 'aa/x' }]), 'aa/x', '../x')],
  ['is absolute', renamed(await zipOf([{ name: 'aa/x' }]), 'aa/x', '/tmp')],
  ['has backslashes', renamed(await zipOf([{ name: 'aa/x' }]), 'aa/x', '..\\x')],
  ['is a link', await zipOf([{ name: 'link', text: '/etc/passwd', mode: 0o120777 }])],
  ['is a device', await zipOf([{ name: 'device', mode: 0o020666 }])],
  ['is too long', await zipOf([{ name: 'x'.repeat(300) }])],
])('a file whose name %s is not taken', async (_what, zip) => {
  await expect(readZip(zip)).rejects.toMatchObject({ reason: 'unreadable' })
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('hello')],
  ['half a file', (await zipOf([{ name: 'a' }])).subarray(0, 40)],
])('what is no zip file (%s) is not taken', async (_what, bytes) => {
  await expect(readZip(bytes)).rejects.toMatchObject({ reason: 'unreadable' })
})

test('files that are too large together, and too many, are not taken', async () => {
  const large = { name: 'x', text: '\0'.repeat(zipLimits.unzippedBytes / 5) }
  const bomb = await zipOf(Array.from({ length: 6 }, (_, at) => ({ ...large, name: `x${at}` })))
  expect(bomb.length).toBeLessThan(2_000_000)
  await expect(readZip(bomb)).rejects.toMatchObject({ reason: 'too large' })
  const many = await zipOf(Array.from({ length: zipLimits.entries + 1 }, (_, at) => ({ name: `${at}`, text: '' })))
  await expect(readZip(many)).rejects.toMatchObject({ reason: 'too large' })
})

test('a file that holds more than it says, or lies there twice, is not unpacked', async () => {
  const zip = await zipOf([{ name: 'x', text: 'x'.repeat(1000) }])
  const central = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  zip.writeUInt32LE(10, central + 24)
  await expect(unpackZip(zip, undefined)).rejects.toMatchObject({ reason: 'unreadable' })
  const twice = renamed(await zipOf([{ name: 'aaa' }, { name: 'bbb' }]), 'bbb', 'aaa')
  await expect(unpackZip(twice, undefined)).rejects.toMatchObject({ reason: 'unreadable' })
})
