import { expect, test } from 'vitest'
import { aClient } from '../../testing/store-fixtures.ts'
import { claimedOrigin, toldOrigin } from './claimed-origin.ts'

const origin = { address: '192.0.2.1', userAgent: 'server/1' }
const client = (EnablePropagateAdditionalUserContextData: boolean) =>
  aClient('p', { settings: { ClientName: 'app', EnablePropagateAdditionalUserContextData } })

test('an app speaks for the address of its user only where its client may [D]', () => {
  const told = { IpAddress: '203.0.113.7' }
  expect(claimedOrigin(told, client(false), { origin }).address).toBe('192.0.2.1')
  expect(claimedOrigin(told, client(true), { origin }).address).toBe('203.0.113.7')
})

test('what is no address is not taken for one', () => {
  expect(claimedOrigin({ IpAddress: 'example.com' }, client(true), { origin }).address).toBe('192.0.2.1')
})

const told = {
  IpAddress: '2001:db8::1',
  ServerName: 'app.example.com',
  ServerPath: '/login',
  HttpHeaders: [{ headerName: 'User-Agent', headerValue: 'Mozilla/5.0' }],
}

test('an operator speaks for the user, with the headers that came to the app [D]', () => {
  expect(toldOrigin(told, { origin })).toMatchObject({ address: '2001:db8::1', userAgent: 'Mozilla/5.0' })
  expect(toldOrigin({ ...told, HttpHeaders: [] }, { origin }).userAgent).toBeUndefined()
})

test('an operator who tells nothing is who calls', () => {
  expect(toldOrigin(undefined, { origin })).toEqual({ ...origin, speaker: 'operator' })
})
