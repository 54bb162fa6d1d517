import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { threadEnvironment } from '../../ambient/thread-environment.ts'

/** Starts one of this folder's programs on a database file, in a thread of its own. */
export function startProgram(name: 'writer-thread' | 'checkpoint-thread', file: string): Worker {
  // The programs lie beside this one, as sources or as what was built from them.
  const program = new URL(`./${name}${extname(import.meta.url)}`, import.meta.url)
  return new Worker(program, {
    workerData: { file },
    env: threadEnvironment(),
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  })
}
