import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { logTo } from '../ambient/log.ts'
import { buildFilter } from './build-filter.ts'
import { commonPasswords } from './common-passwords.ts'
import { FilterUnusable, openFilter } from './filter-file.ts'

const directory = mkdtempSync(join(tmpdir(), 'cognate-filter-'))
afterAll(() => rmSync(directory, { recursive: true }))

const lines: string[] = []
const log = logTo({ write: (line: string) => lines.push(line) } as never, 'info')
const open = (path: string) => openFilter(path, { instead: commonPasswords(), log })

async function filterOf(name: string, passwords: readonly string[]) {
  const [list, filter] = [join(directory, `${name}.txt`), join(directory, name)]
  writeFileSync(list, passwords.join('\n'))
  const built = await buildFilter(list, filter)
  return { ...built, path: filter, filter: await open(filter) }
}

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex')

test('a filter knows every password of its list, however the list has it, and case tells them apart', async () => {
  const passwords = ['Tr0ub4dor&3', '', 'пароль', sha1('by digest'), `${sha1('counted').toUpperCase()}:17`]
  const { filter, entries } = await filterOf('kinds', passwords)
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
  await expect(open(path)).rejects.toThrow(FilterUnusable)
  await expect(open(join(directory, 'cut.txt'))).rejects.toThrow(/cut.txt is no whole list/)
  await expect(open(join(directory, 'nowhere'))).rejects.toThrow(/nowhere cannot be read \(ENOENT\)/)
})

test('where the file cannot be read any more, the common passwords are looked at, and the log says so', async () => {
  const { path, filter } = await filterOf('lost', ['Stolen-1'])
  expect(await filter.contains('Stolen-1')).toBe(true)
  expect(lines).toEqual([])
  truncateSync(path, 40)
  expect(await filter.contains('Stolen-1')).toBe(false)
  expect(await filter.contains('qwertyuiop')).toBe(true)
  await filter[Symbol.asyncDispose]()
  expect(await filter.contains('qwertyuiop')).toBe(true)
  expect(lines.splice(0)).toHaveLength(3)
})
