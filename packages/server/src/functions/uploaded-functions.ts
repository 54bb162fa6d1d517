import { rm } from 'node:fs/promises'
import type { Sealer } from '../crypto/sealing.ts'
import type { LambdaFunction } from '../domain/lambda-function.ts'
import { letsPoolInvoke } from '../domain/lets-pool-invoke.ts'
import { runsIn, type Uploads } from '../domain/uploads.ts'
import type { Store } from '../store/store.ts'
import { findPython } from './find-python.ts'
import { readFunctionArn } from './function-arn.ts'
import type { FunctionFiles } from './function-files.ts'
import type { Failure, Functions, Invocation, Outcome, Printed } from './functions.ts'
import { inTime } from './in-time.ts'
import { printingProcess } from './printing-process.ts'
import { notRunnable } from './process-failures.ts'
import { processPool, type ProcessPool } from './process-pool.ts'
import { processStarter, type StarterParts } from './process-starter.ts'
import { readCode, readVariables } from './sealed-code.ts'
import { unpackZip } from './unpack-zip.ts'
import { uploadedFiles } from './uploaded-files.ts'
import { ZipRefused } from './zip-file.ts'

export interface UploadedParts extends StarterParts {
  readonly store: Pick<Store, 'lambdaFunctions'>
  readonly sealer: Pick<Sealer, 'unseal'>
  readonly uploads: Uploads
  /** Where programs are looked for. */
  readonly path: string
}

/** Processes of one function, and how long it may take to load it and to wait for more. */
const bounds = { startMs: 10_000, most: 8, idleMs: 300_000 }

/** Whom functions become, where a user can be changed: nobody. */
const nobody = 65_534

/** Functions that were made through the Lambda API; each lets a pool invoke it by a statement of its policy, or not. */
export function uploadedFunctions(parts: UploadedParts): Functions & AsyncDisposable {
  const user = process.getuid?.() === 0 ? nobody : undefined
  const running = new Map<string, Running>()
  const opened = new Set<Promise<Opened | Failure>>()
  let found: Promise<string | undefined> | undefined
  const python = () => (found ??= findPython(parts.path, user))

  async function reach(
    arn: string,
    { source, payload }: Invocation,
    isWaiting: () => boolean,
  ): Promise<Outcome & Printed> {
    const named = readFunctionArn(arn)
    const fn = named && (await parts.store.lambdaFunctions.find(named))
    if (!fn) {
      retire(arn)
      return { kind: 'not-found' }
    }
    if (!mayInvoke(source, fn)) return { kind: 'not-permitted' }
    if (!runsIn(parts.uploads, fn.settings.runtime)) return refusedHere(arn, parts)
    const open = await poolOf(arn, fn)
    if ('kind' in open) return open
    const { printed, ...outcome }: Outcome & Printed = await open.pool.invoke(payload, isWaiting)
    return source.id === undefined && printed !== undefined ? { ...outcome, printed } : outcome
  }

  async function poolOf(arn: string, fn: LambdaFunction): Promise<Opened | Failure> {
    const present = running.get(arn)
    if (present?.revisionId === fn.revisionId) return present.opening
    retire(arn)
    const opening = openUploaded(arn, fn, { ...parts, user, python })
    running.set(arn, { revisionId: fn.revisionId, opening })
    opened.add(opening)
    const open = await opening
    // What could not be unpacked may be there the next time.
    if ('kind' in open && running.get(arn)?.opening === opening) retire(arn)
    return open
  }

  function retire(arn: string): void {
    const { opening } = running.get(arn) ?? {}
    running.delete(arn)
    void opening?.then((open) => {
      opened.delete(opening)
      if (!('kind' in open)) open.retire()
    })
  }

  return {
    invoke(arn, invocation) {
      const caller = { waits: true }
      const outcome = reach(arn, invocation, () => caller.waits)
      return inTime(outcome, invocation.limitMs, () => void (caller.waits = false))
    },
    async [Symbol.asyncDispose]() {
      const all = await Promise.all(opened)
      await Promise.all(all.flatMap((open) => ('kind' in open ? [] : [open.close()])))
    },
  }
}

interface Running {
  readonly revisionId: string
  readonly opening: Promise<Opened | Failure>
}

interface Opened {
  readonly pool: ProcessPool
  retire(): void
  close(): Promise<void>
}

type Opening = UploadedParts & {
  readonly user: number | undefined
  readonly python: () => Promise<string | undefined>
}

/** A pool tells its users no more than that it may not be invoked: the log says why. */
function refusedHere(arn: string, { log }: Pick<UploadedParts, 'log'>): Failure {
  log.warn('function not run: as this user it could read what the server may read', { arn })
  return { kind: 'not-permitted', why: 'unconfined' }
}

function mayInvoke({ id, account, region }: Invocation['source'], fn: LambdaFunction): boolean {
  return id === undefined ? account === fn.account : letsPoolInvoke(fn.policy, { id, account, region })
}

/** Resolves whatever happens, so that the next event may find what this one did not. */
async function openUploaded(arn: string, fn: LambdaFunction, parts: Opening): Promise<Opened | Failure> {
  try {
    const zip = await readCode(fn, parts)
    return zip ? await openDirectory(arn, fn, await unpackZip(zip, parts.user), parts) : { kind: 'unreachable' }
  } catch (error) {
    if (error instanceof ZipRefused) return notRunnable('The code could not be unpacked')
    parts.log.warn('function could not be unpacked', { fault: error instanceof Error ? error.name : typeof error })
    return { kind: 'unreachable' }
  }
}

async function openDirectory(arn: string, fn: LambdaFunction, root: string, parts: Opening): Promise<Opened | Failure> {
  const forget = () => rm(root, { recursive: true, force: true })
  try {
    const files = await uploadedFiles(root, fn.settings)
    if (files) return openedIn({ ...files, variables: readVariables(fn, parts) }, { arn, fn, forget }, parts)
    await forget()
    return notFoundInCode(fn)
  } catch (error) {
    await forget()
    throw error
  }
}

interface Unpacked {
  readonly arn: string
  readonly fn: LambdaFunction
  readonly forget: () => Promise<void>
}

function openedIn(files: FunctionFiles, { arn, fn, forget }: Unpacked, parts: Opening): Opened {
  const { timeoutSeconds, memoryMB } = fn.settings
  const tools = { ...parts, bounds: { ...bounds, eventMs: timeoutSeconds * 1000, memoryMB } }
  const found = { named: fn, files }
  const users = whoUses(forget)
  const pool = processPool(
    () =>
      users.start(() => printingProcess(parts.log, (log) => processStarter(arn, found, { ...parts, log }, tools)())),
    bounds,
  )
  return {
    pool,
    retire() {
      pool.retire()
      users.end()
    },
    async close() {
      await pool.close()
      await forget()
    },
  }
}

/** Acts when the last process has ended and no other will be started. */
function whoUses(forget: () => Promise<void>) {
  let count = 0
  let over = false
  const left = () => {
    count--
    if (over && count === 0) void forget()
  }
  return {
    async start<Started extends object>(start: () => Promise<Started>): Promise<Started> {
      count++
      const started = await start()
      if ('ended' in started) void Promise.resolve(started.ended).then(left)
      else left()
      return started
    },
    end() {
      over = true
      if (count === 0) void forget()
    },
  }
}

const notFoundInCode = ({ settings }: LambdaFunction): Failure => ({
  kind: 'threw',
  errorType: settings.runtime.startsWith('provided') ? 'Runtime.InvalidEntrypoint' : 'Runtime.ImportModuleError',
  errorMessage: `Error: Cannot find module '${moduleOf(settings.handler)}'`,
})

/** Up to the first point behind the last slash. */
const moduleOf = (handler: string) => /^(?:.*\/)?[^/.]*/.exec(handler)?.[0] ?? handler
