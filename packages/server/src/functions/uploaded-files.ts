import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { FunctionSettings } from '../domain/lambda-function.ts'
import type { FunctionFiles } from './function-files.ts'

/** Where the handler of code lies that was unpacked at this real path, as AWS reads its name; nothing out of it is. */
export async function uploadedFiles(
  root: string,
  { runtime, handler }: Pick<FunctionSettings, 'runtime' | 'handler'>,
): Promise<FunctionFiles | undefined> {
  const place = { root, directory: root, handler, variableFiles: [] }
  if (runtime.startsWith('provided')) {
    const file = join(root, 'bootstrap')
    return (await isWithin(root, file)) ? { ...place, language: 'custom', file } : undefined
  }
  const python = runtime.startsWith('python')
  const [stem, exported] = python ? pythonHandler(handler) : nodeHandler(handler)
  const file = await firstWithin(
    root,
    (python ? ['.py'] : ['.js', '.mjs', '.cjs']).map((ending) => join(root, stem + ending)),
  )
  return file === undefined ? undefined : { ...place, language: python ? 'python' : 'javascript', file, exported }
}

/** `src/app.handler`: the first point behind the last slash. */
function nodeHandler(handler: string): readonly [stem: string, exported: string] {
  const point = handler.indexOf('.', handler.lastIndexOf('/') + 1)
  return point === -1 ? [handler, 'handler'] : [handler.slice(0, point), handler.slice(point + 1)]
}

/** `src.app.handler`, `src/app.handler`: the last point. */
function pythonHandler(handler: string): readonly [stem: string, exported: string] {
  const point = handler.lastIndexOf('.')
  return point === -1
    ? [handler, 'lambda_handler']
    : [handler.slice(0, point).replaceAll('.', '/'), handler.slice(point + 1)]
}

async function firstWithin(root: string, files: readonly string[]): Promise<string | undefined> {
  for (const file of files) if (await isWithin(root, file)) return file
  return undefined
}

async function isWithin(root: string, file: string): Promise<boolean> {
  return realpath(file).then(
    (real) => real.startsWith(root + sep),
    () => false,
  )
}
