import { expect, test } from 'vitest'
import { deviceTypeOf } from './device-type.ts'

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [`${windows} ${webKit} Chrome/140.0.0.0 Safari/537.36`, 'Chrome on Windows'],
  [`${windows} ${webKit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, 'Edge on Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    'Safari on macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari on iOS',
  ],
  [`Mozilla/5.0 (Linux; Android 15; Pixel 9) ${webKit} Chrome/140.0.0.0 Mobile Safari/537.36`, 'Chrome on Android'],
  ['aws-sdk-js/3.1169.0 ua/2.1 os/linux#6.1 lang/js', 'aws-sdk-js on Linux'],
  ['Boto3/1.34.53 md/Botocore#1.34.53 ua/2.0 os/macos#23.4.0', 'Boto3 on macOS'],
  ['aws-amplify/6.22.1', 'aws-amplify'],
  ['Mozilla/5.0', 'unknown'],
  ['(curious)', 'unknown'],
  ['', 'unknown'],
  [undefined, 'unknown'],
])('what calls itself %j is described as %s [K]', (userAgent, deviceType) => {
  expect(deviceTypeOf(userAgent)).toBe(deviceType)
})

test('a hostile header costs no more than reading it', () => {
  const started = performance.now()
  deviceTypeOf(`Version/${'1.'.repeat(500)}${'Safari'.repeat(50)}`)
  expect(performance.now() - started).toBeLessThan(100)
})
