import { join } from 'node:path'
import { bundleTypescript } from './bundle-typescript.ts'
import type { FunctionFiles } from './function-files.ts'
import { type Described, functionVariables } from './function-variables.ts'
import type { Failure } from './functions.ts'
import { handedOver } from './handed-over.ts'
import type { Launch } from './launch.ts'
import { notRunnable } from './process-failures.ts'
import { readableByNode } from './readable-by-node.ts'

export interface LaunchParts extends Pick<Described, 'name' | 'region' | 'scratch' | 'memoryMB' | 'endpoint'> {
  /** Whom functions become that Node cannot hold to their files. */
  readonly user: number | undefined
  readonly python: () => Promise<string | undefined>
}

/** What Node keeps beside what a function allocates; it reserves for threads and code before it begins. */
const nodesOwnMB = 700
const pythonsOwnMB = 128

/** How to run a function as it is. */
export async function launchOf(files: FunctionFiles, parts: LaunchParts): Promise<Launch | Failure> {
  const program = await programOf(files, parts)
  if ('kind' in program) return program
  const { ownMB, runtime, ...launch } = program
  const { handler, root } = files
  const variables = await functionVariables({ ...parts, handler, root, runtime }, files)
  return {
    ...launch,
    variables: isNode(files) ? handedOver(variables) : variables,
    directory: root,
    dataLimit: (parts.memoryMB + ownMB) * 1024,
  }
}

const isNode = ({ language }: FunctionFiles) => language === 'javascript' || language === 'typescript'

type Program = Pick<Launch, 'command' | 'args' | 'user' | 'token'> & {
  readonly ownMB: number
  readonly runtime: string
}

async function programOf(files: FunctionFiles, parts: LaunchParts): Promise<Program | Failure> {
  switch (files.language) {
    case 'javascript':
      return nodeProgram(files.file, files, parts)
    case 'typescript': {
      const bundled = await bundleTypescript(files, parts.scratch)
      return typeof bundled === 'string' ? nodeProgram(bundled, files, parts) : bundled
    }
    case 'python':
      return pythonProgram(files, parts)
    case 'custom':
      return {
        ...as(parts.user),
        command: files.file,
        args: [],
        token: 'unknown',
        ownMB: nodesOwnMB,
        runtime: 'provided',
      }
  }
}

function nodeProgram(
  file: string,
  { root, exported = 'handler' }: FunctionFiles,
  { scratch, memoryMB }: LaunchParts,
): Program {
  const args = [
    `--max-old-space-size=${memoryMB}`,
    '--no-warnings',
    '--permission',
    // Its databases are files that no permission is asked for.
    '--no-experimental-sqlite',
    ...readableByNode(root, scratch).map((name) => `--allow-fs-read=${name}`),
    `--allow-fs-write=${scratch}`,
    runtimeOf('node.mjs'),
    file,
    exported,
  ]
  return { command: process.execPath, args, token: 'sent', ownMB: nodesOwnMB, runtime: 'nodejs24.x' }
}

async function pythonProgram(
  { file, exported }: FunctionFiles,
  { python, user }: LaunchParts,
): Promise<Program | Failure> {
  const command = await python()
  if (command === undefined) return notRunnable('There is no python3')
  const args = [runtimeOf('python.py'), file, ...(exported === undefined ? [] : [exported])]
  return { ...as(user), command, args, token: 'sent', ownMB: pythonsOwnMB, runtime: 'python3' }
}

const as = (user: number | undefined) => (user === undefined ? {} : { user })
const runtimeOf = (name: string) => join(import.meta.dirname, 'runtimes', name)
