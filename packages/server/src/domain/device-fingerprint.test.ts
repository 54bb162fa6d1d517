import { expect, test } from 'vitest'
import { readFingerprint } from './device-fingerprint.ts'

const encoded = (payload: unknown) =>
  Buffer.from(JSON.stringify({ payload: JSON.stringify(payload), signature: 's', version: 'JS20171115' })).toString(
    'base64',
  )

test('what Amazon’s library tells of a device is read [O]', () => {
  const contextData = { DeviceId: 'd1', DeviceName: 'Pixel', ClientTimezone: '02:00', UserAgent: 'Mozilla' }
  expect(readFingerprint(encoded({ contextData, username: 'ada', timestamp: 1 }))).toEqual({
    deviceId: 'd1',
    deviceName: 'Pixel',
    timezone: '02:00',
  })
})

test('of a browser, the platform stands for the name, and the fingerprint for the id', () => {
  const contextData = { DeviceFingerprint: 'Mozilla plugins', DevicePlatform: 'Linux', ClientTimezone: 7 }
  expect(readFingerprint(encoded({ contextData }))).toEqual({ deviceId: 'Mozilla plugins', deviceName: 'Linux' })
})

test.each(['', '!!', 'bnVsbA==', encoded(null), encoded({ contextData: 'x' }), 'A'.repeat(16_385)])(
  'what is nothing of the kind tells nothing (%#)',
  (text) => {
    expect(readFingerprint(text)).toBeUndefined()
  },
)

test('no value is kept longer than anybody needs it', () => {
  const contextData = { DeviceId: 'd'.repeat(5000) }
  expect(readFingerprint(encoded({ contextData }))?.deviceId).toHaveLength(256)
})
