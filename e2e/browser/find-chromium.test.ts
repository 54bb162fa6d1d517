import { afterEach, expect, test, vi } from 'vitest'
import { ifItRuns } from './chromium.ts'
import { findChromium } from './find-chromium.ts'

afterEach(() => vi.unstubAllEnvs())

test('the browser that was chosen wins', async () => {
  vi.stubEnv('COGNATE_TEST_BROWSER', '/opt/chosen')
  expect(await findChromium()).toEqual({ path: '/opt/chosen', env: {} })
})

test('what does not run is no browser', async () => {
  expect(await ifItRuns({ path: '/nowhere/chromium', env: {} })).toBeUndefined()
  expect(await ifItRuns({ path: '/bin/false', env: {} })).toBeUndefined()
})

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'a machine without a browser has the one that npm shipped',
  async () => {
    vi.stubEnv('COGNATE_TEST_BROWSER', '')
    vi.stubEnv('PATH', '/nowhere')
    const { path } = await findChromium()
    expect(path).toMatch(/node_modules\/\.cache\/cognate\/chromium-[\d.]+\/chromium$/)
  },
)
