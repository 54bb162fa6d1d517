import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { floors } from './rooms.ts'

const src = import.meta.dirname
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
)

const roomOf = (file: string) => file.split('/')[0]?.replace(/\.ts$/, '') ?? ''
const floorOf = (room: string) => floors.findIndex((rooms) => (rooms as readonly string[]).includes(room))
const textOf = (file: string) => readFileSync(join(src, file), 'utf8')

const imports = sources.flatMap((from) =>
  [...textOf(from).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) => ({
    from,
    to: normalize(join(dirname(from), path)),
  })),
)

test('every file lives in a room', () => {
  expect(imports.length).toBeGreaterThan(50)
  expect(sources.filter((file) => roomOf(file) !== 'rooms' && floorOf(roomOf(file)) < 0)).toEqual([])
})

test('rooms only lean on the rooms below them', () => {
  const wrong = imports.filter(
    ({ from, to }) => roomOf(from) !== roomOf(to) && floorOf(roomOf(to)) <= floorOf(roomOf(from)),
  )
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('an operation never calls another operation', () => {
  const isOperation = (file: string) => /^api\/[^/]+\/[^/]+\/[A-Z]\w*\.ts$/.test(file)
  expect(imports.filter(({ from, to }) => isOperation(from) && isOperation(to))).toEqual([])
})

test('only the ambient room reads the clock or rolls dice', () => {
  const ambient = /new Date\(\)|Date\.now\(\)|Math\.random\(|randomUUID|randomInt|randomBytes/
  expect(sources.filter((file) => roomOf(file) !== 'ambient' && ambient.test(textOf(file)))).toEqual([])
})

test('what few servers need is loaded when it is needed', () => {
  const heavy = [
    '@aws-crypto/client-node',
    '@aws-sdk/client-lambda',
    '@simplewebauthn/server',
    '@peculiar/x509',
    '@node-rs/bcrypt',
    '@zxcvbn-ts/language-common',
  ]
  const atStart = new Set<string>()
  const follow = (file: string) => {
    if (atStart.has(file)) return
    atStart.add(file)
    for (const path of staticImportsOf(file)) follow(path.startsWith('.') ? normalize(join(dirname(file), path)) : path)
  }
  follow('main.ts')
  expect(atStart.size).toBeGreaterThan(500)
  expect([...atStart].filter((file) => heavy.some((name) => file.startsWith(name)))).toEqual([])
})

/** Paths of our own files, and names of packages. */
function staticImportsOf(file: string): readonly string[] {
  if (!file.endsWith('.ts')) return []
  const statements = textOf(file).matchAll(/^(?:import|export)(?! type)[^;()]*?from '([^']+)'$/gm)
  return [...statements].map(([, path = '']) => path).filter((path) => !path.startsWith('@cognate/'))
}
