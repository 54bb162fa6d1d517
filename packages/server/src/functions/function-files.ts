import { constants } from 'node:fs'
import { access, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A function as it lies in a directory. */
export interface FunctionFiles {
  readonly language: Language
  readonly file: string
  /** What it is packaged in: it reads nothing else of its neighbours. */
  readonly root: string
  /** The directory of all functions. */
  readonly directory: string
  /** As AWS names it: the file without its ending, and the export. */
  readonly handler: string
  /** The export, where it is not looked for. */
  readonly exported?: string
  /** Its own variables, the later ones before the earlier. */
  readonly variableFiles: readonly string[]
  /** Its own variables where they lie in no file. */
  readonly variables?: Readonly<Record<string, string>>
}

export type Language = 'javascript' | 'typescript' | 'python' | 'custom'

/** What is looked for, in this order. */
const endings: readonly (readonly [ending: string, language: Language])[] = [
  ['.js', 'javascript'],
  ['.mjs', 'javascript'],
  ['.cjs', 'javascript'],
  ['.ts', 'typescript'],
  ['.py', 'python'],
]

/** `NAME.js` (and so on), `NAME/index.js` (and so on), or the executable `NAME/bootstrap`. Undefined when there is none. */
export async function findFunctionFiles(directory: string, name: string): Promise<FunctionFiles | undefined> {
  const present = await namesIn(directory)
  const variableFiles = [join(directory, '.env'), join(directory, `${name}.env`)]
  const single = firstOf(present, name)
  if (single) return { ...filesOf(directory, name, single), directory, variableFiles }
  if (!present.has(name)) return undefined
  return findInFolder(join(directory, name), directory)
}

async function findInFolder(root: string, directory: string): Promise<FunctionFiles | undefined> {
  const present = await namesIn(root)
  const variableFiles = [join(root, '.env')]
  const index = firstOf(present, 'index')
  if (index) return { ...filesOf(root, 'index', index), directory, variableFiles }
  const file = join(root, 'bootstrap')
  if (!present.has('bootstrap') || !(await isExecutable(file))) return undefined
  return { language: 'custom', file, root, directory, handler: 'bootstrap', variableFiles }
}

async function namesIn(directory: string): Promise<ReadonlySet<string>> {
  try {
    return new Set(await readdir(directory))
  } catch {
    return new Set()
  }
}

const firstOf = (present: ReadonlySet<string>, stem: string) => endings.find(([ending]) => present.has(stem + ending))

function filesOf(root: string, stem: string, [ending, language]: readonly [string, Language]) {
  const exported = language === 'python' ? 'lambda_handler' : 'handler'
  return { language, file: join(root, stem + ending), root, handler: `${stem}.${exported}` }
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK)
    return (await stat(file)).isFile()
  } catch {
    return false
  }
}
