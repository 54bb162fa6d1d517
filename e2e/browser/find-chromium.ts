import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ifItRuns } from './chromium.ts'
import type { Chromium } from './chromium.ts'
import { chromiumFromDebian } from './chromium-from-debian.ts'
import { chromiumFromNpm } from './chromium-from-npm.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome']
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/**
 * The browser that COGNATE_TEST_BROWSER names, else the machine's own, else the one npm shipped, else Debian's.
 * Rejects where there is none: tests of pages are never left out silently.
 */
export async function findChromium(): Promise<Chromium> {
  const chosen = process.env['COGNATE_TEST_BROWSER']
  if (chosen) return { path: chosen, env: {} }
  const found = (await installed()) ?? (await chromiumFromNpm()) ?? (await fromDebian())
  if (found) return found
  throw new Error(
    'no Chromium was found for the tests of pages: install one (on Debian, the package chromium), or name its program in COGNATE_TEST_BROWSER',
  )
}

async function installed(): Promise<Chromium | undefined> {
  const directories = (process.env['PATH'] ?? '').split(delimiter)
  const candidates = [...names.flatMap((name) => directories.map((directory) => join(directory, name))), ...elsewhere]
  for (const path of candidates) {
    const chromium = existsSync(path) && (await ifItRuns({ path, env: {} }))
    if (chromium) return chromium
  }
  return undefined
}

async function fromDebian(): Promise<Chromium | undefined> {
  await chromiumFromDebian()
  return installed()
}
