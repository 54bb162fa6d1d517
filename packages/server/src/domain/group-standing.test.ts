import { expect, test } from 'vitest'
import { groupStanding } from './group-standing.ts'
import type { Group } from './group.ts'

const group = (name: string, Precedence?: number, RoleArn?: string): Group => ({
  poolId: 'p',
  id: name,
  name,
  settings: { ...(Precedence !== undefined && { Precedence }), ...(RoleArn !== undefined && { RoleArn }) },
  createdAt: 1,
  modifiedAt: 1,
  version: 1,
})

const preferred = (...groups: readonly Group[]) => groupStanding(groups).preferredRole

test('the lower precedence goes first, none goes last, equals go by name', () => {
  const groups = [group('none'), group('b', 5), group('zero', 0), group('also-none'), group('a', 5), group('ten', 10)]
  expect(groupStanding(groups)).toEqual({ names: ['zero', 'a', 'b', 'ten', 'also-none', 'none'], roles: [] })
})

test('all roles are named, each once [D]', () => {
  const groups = [group('c', 3, 'arn:one'), group('b', 2), group('a', 1, 'arn:two'), group('d', 4, 'arn:two')]
  expect(groupStanding(groups).roles).toEqual(['arn:two', 'arn:one'])
})

test('the preferred role is that of the first group that has a role [D]', () => {
  expect(preferred(group('a', 2, 'arn:two'), group('b', 1, 'arn:one'), group('c', 0))).toBe('arn:one')
  expect(preferred(group('a', undefined, 'arn:last'), group('b', 7, 'arn:seven'))).toBe('arn:seven')
  expect(preferred(group('a', undefined, 'arn:last'))).toBe('arn:last')
})

test('groups of one precedence prefer their common role, and none where their roles differ [D]', () => {
  expect(preferred(group('a', 1, 'arn:same'), group('b', 1, 'arn:same'), group('c', 2, 'arn:other'))).toBe('arn:same')
  expect(preferred(group('a', 1, 'arn:one'), group('b', 1, 'arn:two'), group('c', 2, 'arn:other'))).toBeUndefined()
  expect(preferred(group('a', undefined, 'arn:one'), group('b', undefined, 'arn:two'))).toBeUndefined()
})

test('groups without roles prefer none', () => {
  expect(preferred(group('a', 1), group('b'))).toBeUndefined()
  expect(groupStanding([])).toEqual({ names: [], roles: [] })
})
