import { getCompileCacheDir } from 'node:module'
import { dirname, extname } from 'node:path'
import { Worker } from 'node:worker_threads'

/** Starts one of this folder's programs on a database file, in a thread of its own. */
export function startProgram(name: 'writer-thread' | 'checkpoint-thread', file: string): Worker {
  // The programs lie beside this one, as sources or as what was built from them.
  const program = new URL(`./${name}${extname(import.meta.url)}`, import.meta.url)
  return new Worker(program, {
    workerData: { file },
    env: compileCache(),
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  })
}

/** A thread does not inherit the compile cache; without it, it loads a TypeScript compiler of many megabytes. */
function compileCache(): NodeJS.ProcessEnv {
  const directory = getCompileCacheDir()
  return directory === undefined ? {} : { NODE_COMPILE_CACHE: dirname(directory) }
}
