import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import type { FunctionFiles } from './function-files.ts'
import type { Failure } from './functions.ts'
import { packagesAbove } from './packages-above.ts'
import { notRunnable } from './process-failures.ts'

const run = promisify(execFile)

/**
 * As deployments treat TypeScript: types vanish, and packages go into one file, but for those that AWS's runtime brings.
 * Gives the name of the file.
 */
export async function bundleTypescript(
  { file, root, directory }: Pick<FunctionFiles, 'file' | 'root' | 'directory'>,
  scratch: string,
): Promise<string | Failure> {
  const program = bundler()
  if (program === undefined) return notRunnable(`There is no esbuild for ${platform()}-${arch()}`)
  const format = (await isModule(dirname(file))) ? 'esm' : 'cjs'
  const bundled = join(scratch, format === 'esm' ? 'bundled.mjs' : 'bundled.cjs')
  try {
    const args = [
      file,
      `--format=${format}`,
      `--outfile=${bundled}`,
      `--banner:js=${banners[format]}`,
      '--metafile=contents.json',
      ...always,
    ]
    await run(program, args, { env: {}, cwd: scratch, timeout: 10_000 })
    const stranger = await strangerIn(scratch, [directory, ...packagesAbove(root)])
    return stranger === undefined
      ? bundled
      : notRunnable(`${stranger} is not below ${directory}, and in no package of it`)
  } catch (error) {
    return unreadable(error)
  }
}

const always = [
  '--bundle',
  '--platform=node',
  '--target=node24',
  '--external:@aws-sdk/*',
  '--external:@smithy/*',
  '--keep-names',
  '--log-level=error',
]

/** Packages in CommonJS `require` what Node brings, also from a module. No declaration: a function may have its own. */
const banners = {
  cjs: '',
  esm: 'import { createRequire as bundleRequire } from "node:module";globalThis.require ??= bundleRequire(import.meta.url);',
}

/** A file that the program read elsewhere: an import of one that holds a secret would bring it into the function. */
async function strangerIn(scratch: string, allowed: readonly string[]): Promise<string | undefined> {
  const contents = JSON.parse(await readFile(join(scratch, 'contents.json'), 'utf8')) as Contents
  const names = Object.keys(contents.inputs).map((name) => resolve(scratch, name.replace(/^\(disabled\):/, '')))
  return names.find((name) => !allowed.some((directory) => name.startsWith(directory + sep)))
}

/** https://esbuild.github.io/api/#metafile */
interface Contents {
  readonly inputs: Readonly<Record<string, unknown>>
}

/** The program of the platform's package: the package around it would have to run a script when it is installed. */
function bundler(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`@esbuild/${platform()}-${arch()}/bin/esbuild`)
  } catch {
    return undefined
  }
}

/** By the nearest package.json, as Node takes a `.ts`. */
async function isModule(directory: string): Promise<boolean> {
  const text = await readFile(join(directory, 'package.json'), 'utf8').catch(() => undefined)
  if (text !== undefined) return /"type"\s*:\s*"module"/.test(text)
  return dirname(directory) !== directory && (await isModule(dirname(directory)))
}

function unreadable(error: unknown): Failure {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
  const [first] = /\[ERROR\] .*/.exec(said) ?? []
  return {
    kind: 'threw',
    errorType: 'Runtime.UserCodeSyntaxError',
    errorMessage: first?.replace('[ERROR] ', '') ?? 'It could not be bundled',
  }
}
