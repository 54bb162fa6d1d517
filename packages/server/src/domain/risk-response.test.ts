import type { AccountTakeoverEventActionType } from '@cognate/wire/user-pools.ts'
import { expect, test } from 'vitest'
import { riskResponse } from './risk-response.ts'

const configured = (EventAction: AccountTakeoverEventActionType, Notify = false) => ({
  Actions: { MediumAction: { EventAction, Notify } },
})

test.each<readonly [AccountTakeoverEventActionType, boolean, string, string]>([
  ['NO_ACTION', true, 'goes on', 'NoRisk'],
  ['NO_ACTION', false, 'goes on', 'NoRisk'],
  ['MFA_IF_CONFIGURED', true, 'asks', 'AccountTakeover'],
  ['MFA_IF_CONFIGURED', false, 'goes on', 'NoRisk'],
  ['MFA_REQUIRED', true, 'asks', 'AccountTakeover'],
  ['MFA_REQUIRED', false, 'blocks', 'Block'],
  ['BLOCK', true, 'blocks', 'Block'],
  ['BLOCK', false, 'blocks', 'Block'],
])('%s of a user with a second factor (%s) %s [D]', (action, canAsk, does, decision) => {
  const takeover = configured(action, true)
  expect(riskResponse('Medium', { mode: 'ENFORCED', takeover, canAsk })).toEqual({ does, decision, notify: true })
})

const nothing = { does: 'goes on', decision: 'NoRisk', notify: false }
const takeover = configured('BLOCK', true)
test('a pool that only watches does nothing, and tells nobody [D]', () => {
  expect(riskResponse('Medium', { mode: 'AUDIT', takeover, canAsk: true })).toEqual(nothing)
})

test('nothing is done where nothing is configured [K], or nothing is wrong', () => {
  const enforced = { mode: 'ENFORCED', takeover, canAsk: true } as const
  expect(riskResponse('High', enforced)).toEqual(nothing)
  expect(riskResponse(undefined, enforced)).toEqual(nothing)
  expect(riskResponse('High', { ...enforced, takeover: undefined })).toEqual(nothing)
})
