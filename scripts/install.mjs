import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './repository.mjs'
import { runChild } from './run-child.mjs'

const wanted = join(root, 'package-lock.json')
const present = join(root, 'node_modules', '.package-lock.json')

/** Installs the dependencies if one that the lock file names is missing or of another version; ends the process if it cannot. */
export async function installWhatIsMissing() {
  if (isComplete()) return
  const start = performance.now()
  process.stderr.write('Installing the dependencies (once; this may take a minute) …\n')
  const npm = process.env.npm_execpath
  // Old versions of Node that start us are no reason to worry: what we run is installed here.
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-audit', '--no-fund']
  const options = { cwd: root, stdio: /** @type {const} */ (['ignore', 2, 'inherit']) }
  const code = npm ? await runChild(process.execPath, [npm, ...args], options) : await runChild('npm', args, options)
  if (code !== 0) {
    process.stderr.write('The dependencies could not be installed: see the lines above.\n')
    process.exit(code)
  }
  process.stderr.write(`Installed in ${((performance.now() - start) / 1000).toFixed(1)} s.\n`)
}

function isComplete() {
  if (!existsSync(present)) return false
  return statSync(present).mtimeMs > statSync(wanted).mtimeMs || holdsAll(packagesOf(wanted), packagesOf(present))
}

/**
 * @param {Readonly<Record<string, { version?: string, optional?: boolean, peer?: boolean }>>} lock
 * @param {Readonly<Record<string, { version?: string }>>} installed
 */
function holdsAll(lock, installed) {
  return Object.entries(lock).every(([path, { version, optional }]) => {
    if (!path.startsWith('node_modules/')) return true
    const found = installed[path]
    return found ? found.version === version : optional === true
  })
}

/** @param {string} file */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}
