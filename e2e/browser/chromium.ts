import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A Chromium that can be started. */
export interface Chromium {
  readonly path: string
  /** What it needs to find in its environment, beside what is there anyway. */
  readonly env: Readonly<Record<string, string>>
}

/** The Chromium, if it runs on this machine: some that are found are only hints where to get one, or lack a library. */
export async function ifItRuns(chromium: Chromium): Promise<Chromium | undefined> {
  try {
    await run(chromium.path, ['--version', '--no-sandbox'], { env: { ...process.env, ...chromium.env } })
    return chromium
  } catch {
    return undefined
  }
}
