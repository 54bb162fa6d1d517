import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { ifItRuns } from './chromium.ts'
import type { Chromium } from './chromium.ts'

const run = promisify(execFile)
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** The Chromium in @sparticuz/chromium, unpacked once per version; undefined on a system that it is not for. */
export async function chromiumFromNpm(): Promise<Chromium | undefined> {
  const manifest = join(modules, '@sparticuz/chromium/package.json')
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(manifest)) return undefined
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { readonly version: string }
  const home = join(modules, '.cache/cognate', `chromium-${version}`)
  if (!existsSync(home)) await unpackInto(home)
  return ifItRuns({
    path: join(home, 'chromium'),
    // A machine without a desktop lacks these libraries and has no fonts.
    env: { LD_LIBRARY_PATH: join(home, 'al2023/lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  })
}

/** Test files run side by side: each unpacks beside the place, and the first to be done takes it. */
async function unpackInto(home: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true })
  const scratch = await mkdtemp(`${home}-`)
  try {
    await unpack(scratch)
    await writeFile(join(scratch, 'fonts.conf'), fontsIn(home))
    await rename(scratch, home)
  } catch (error) {
    await rm(scratch, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}

/** The package unpacks into the temporary directory of its process, with its libraries if that is a Lambda function. */
async function unpack(directory: string): Promise<void> {
  const script = "import chromium from '@sparticuz/chromium'\nawait chromium.executablePath()"
  await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: modules,
    env: { TMPDIR: directory, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  })
}

function fontsIn(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`
}
