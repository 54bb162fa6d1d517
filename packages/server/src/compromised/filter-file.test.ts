import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildFilter } from './build-filter.ts'
import { FilterUnusable, openFilter } from './filter-file.ts'

const directory = mkdtempSync(join(tmpdir(), 'cognate-filter-'))
afterAll(() => rmSync(directory, { recursive: true }))

async function filterOf(name: string, lines: readonly string[]) {
  const [list, filter] = [join(directory, `${name}.txt`), join(directory, name)]
  writeFileSync(list, lines.join('\n'))
  const built = await buildFilter(list, filter)
  return { ...built, path: filter, filter: await openFilter(filter) }
}

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex')

test('a filter knows every password of its list, however the list has it, and case tells them apart', async () => {
  const lines = ['Tr0ub4dor&3', '', 'пароль', sha1('by digest'), `${sha1('counted').toUpperCase()}:17`]
  const { filter, entries } = await filterOf('kinds', lines)
  expect(entries).toBe(4)
  for (const password of ['Tr0ub4dor&3', 'пароль', 'by digest', 'counted'])
    expect(await filter.contains(password)).toBe(true)
  for (const password of ['tr0ub4dor&3', sha1('by digest'), '', 'correct horse'])
    expect(await filter.contains(password)).toBe(false)
  await filter[Symbol.asyncDispose]()
})

test('a filter has three bytes a password, and takes less than one of ten thousand others for one of them', async () => {
  const { filter, bytes } = await filterOf(
    'many',
    Array.from({ length: 20_000 }, (_, at) => `password ${at}`),
  )
  expect(bytes / 20_000).toBeCloseTo(3, 1)
  let mistaken = 0
  for (let at = 0; at < 20_000; at += 1) if (await filter.contains(`other ${at}`)) mistaken += 1
  expect(mistaken).toBeLessThanOrEqual(2)
  await filter[Symbol.asyncDispose]()
})

test('a list of nothing has nothing, and building leaves nothing unfinished behind', async () => {
  const { filter } = await filterOf('empty', [])
  expect(await filter.contains('anything')).toBe(false)
  await filter[Symbol.asyncDispose]()
  await expect(buildFilter(join(directory, 'nowhere'), join(directory, 'never'))).rejects.toThrow('ENOENT')
  expect(readdirSync(directory).filter((name) => name.includes('unfinished') || name === 'never')).toEqual([])
})

test('what is no filter, or not a whole one, is refused by name', async () => {
  const { path, filter } = await filterOf('cut', ['a'])
  await filter[Symbol.asyncDispose]()
  truncateSync(path, statSync(path).size - 1)
  await expect(openFilter(path)).rejects.toThrow(FilterUnusable)
  await expect(openFilter(join(directory, 'cut.txt'))).rejects.toThrow(/cut.txt is no whole list/)
  await expect(openFilter(join(directory, 'nowhere'))).rejects.toThrow(/nowhere cannot be read \(ENOENT\)/)
})
