/** What an app knows of the device it runs on; nothing of it is proved. */
export interface DeviceFingerprint {
  /** The same each time for the same installation of the app. */
  readonly deviceId?: string
  readonly deviceName?: string
  readonly timezone?: string
}

/** What Amazon's libraries send is some two thousand characters long. */
const longestEncoded = 16_384
const longestValue = 256

/**
 * Reads `EncodedData`, which Amazon's libraries for browsers and phones make: base64 of JSON whose `payload` is JSON with
 * the `contextData`. The signature in it is made with nothing secret, so it is not looked at.
 * https://github.com/aws-amplify/aws-sdk-android/tree/main/aws-android-sdk-cognitoidentityprovider-asf
 */
export function readFingerprint(encoded: string | undefined): DeviceFingerprint | undefined {
  if (encoded === undefined || encoded.length > longestEncoded) return undefined
  const envelope = parsed(Buffer.from(encoded, 'base64').toString())
  const payload = typeof envelope?.['payload'] === 'string' ? parsed(envelope['payload']) : undefined
  const context = recordOf(payload?.['contextData'])
  if (!context) return undefined
  return {
    ...named('deviceId', context['DeviceId'] ?? context['DeviceFingerprint']),
    ...named('deviceName', context['DeviceName'] ?? context['Product'] ?? context['DevicePlatform']),
    ...named('timezone', context['ClientTimezone']),
  }
}

function named<Name extends string>(name: Name, value: unknown): { readonly [Key in Name]?: string } {
  const text = typeof value === 'string' ? value.trim().slice(0, longestValue) : ''
  return text === '' ? {} : ({ [name]: text } as { readonly [Key in Name]: string })
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return recordOf(JSON.parse(text))
  } catch {
    return undefined
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined
}
