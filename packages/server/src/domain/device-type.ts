/** In this order: most browsers also call themselves by the names of those that come later. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\bWindows\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac ?OS\b|\bMacintosh\b|\bmacos\b/, 'macOS'],
  [/\bLinux\b|\blinux\b/, 'Linux'],
]

/**
 * What a session was last used with, as the header `User-Agent` tells: the browser or app, and the operating system.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SessionDescriptionType.html
 */
export function deviceTypeOf(userAgent: string | undefined): string {
  const program = named(browsers, userAgent) ?? appIn(userAgent)
  const system = named(systems, userAgent)
  if (program === undefined) return system ?? 'unknown'
  return system === undefined ? program : `${program} on ${system}`
}

function named(names: readonly (readonly [RegExp, string])[], text: string | undefined): string | undefined {
  return text === undefined ? undefined : names.find(([pattern]) => pattern.test(text))?.[1]
}

/** What an app or an SDK begins with. `Mozilla` says nothing. */
function appIn(userAgent: string | undefined): string | undefined {
  const [, name] = /^([\w.+-]{1,64})(?:\/|$)/.exec(userAgent ?? '') ?? []
  return name === 'Mozilla' ? undefined : name
}
