import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

// Test files run side by side, and apt lets nobody else in while it works: they take turns on a file that is there anyway.
const turnstile = fileURLToPath(new URL('../../package.json', import.meta.url))

/**
 * Installs Debian's package, where it is ours to change the machine: as root, or in continuous integration. Does nothing
 * elsewhere. What apt says goes to standard error.
 */
export async function chromiumFromDebian(): Promise<void> {
  const root = process.getuid?.() === 0
  if (!root && !process.env['CI']) return
  process.stderr.write(
    'No Chromium here; installing Debian’s for the tests of pages (once; this may take a minute) …\n',
  )
  const asRoot = root ? [] : ['sudo', '-n']
  if (!(await succeeds([...asRoot, 'flock', turnstile, 'apt-get', '-q', 'update']))) return
  const install = ['apt-get', '-q', '-y', '--no-install-recommends', 'install', 'chromium']
  await succeeds([...asRoot, 'flock', turnstile, ...install])
}

async function succeeds([program = '', ...args]: readonly string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const child = spawn(program, args, { stdio: ['ignore', 2, 2], env })
  try {
    await once(child, 'exit')
    return child.exitCode === 0
  } catch {
    // There is no such program: this is no Debian.
    return false
  }
}
