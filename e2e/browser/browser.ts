import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

const hosts = [
  // Names of other people's sites, whose pages live on this machine; the browser reaches no other machine.
  'MAP *.example 127.0.0.1',
  'EXCLUDE localhost',
  'EXCLUDE *.localhost',
  'EXCLUDE 127.0.0.1',
  'MAP * ~NOTFOUND',
]

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--no-proxy-server',
  // Newer browsers keep foreign pages from this machine by themselves; what is tested is whether we do.
  '--disable-features=LocalNetworkAccessChecks',
]

/** A Chromium with an empty profile of its own, in which every name below `example` leads to this machine. */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = await findChromium()
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args: [...quiet, `--host-resolver-rules=${hosts.join(', ')}`],
    // It meets no pages but our own, and root and many containers may not make a sandbox.
    chromiumSandbox: false,
  })
}
