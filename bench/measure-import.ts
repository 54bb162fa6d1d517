import { setTimeout as sleep } from 'node:timers/promises'
import { openCaller } from './caller.ts'
import type { Caller, Document } from './caller.ts'
import { loopDelay } from './loop-delay.ts'
import type { Measured, Scenario } from './measure-row.ts'
import { cpuMs, forgetPeak, memoryMB } from './process-usage.ts'
import type { MeasuredServer } from './server.ts'
import type { Site } from './site.ts'

export const importName = 'import lines/s'

const pollMs = 50

interface Progress {
  readonly at: number
  readonly cpu: number
  readonly lines: number
  readonly failed: number
  readonly ended: boolean
}

/**
 * Imports a file into a pool of its own and watches the server from the first line that is in to the last. Lines have no
 * password, so there is no cryptography to compare them with.
 */
export async function measureImport(
  scenario: Scenario,
  { pid, port }: Pick<MeasuredServer, 'pid' | 'port'>,
  { site, lines }: { readonly site: Site; readonly lines: number },
): Promise<Measured> {
  const caller = await openCaller(site, port)
  try {
    const UserPoolId = await newPool(caller)
    await importOf(lines / 10, { caller, UserPoolId, pid })
    forgetPeak(pid)
    await loopDelay(port, scenario.workers)
    const { first, last } = await importOf(lines, { caller, UserPoolId, pid })
    const { worst, p999 } = await loopDelay(port, scenario.workers)
    await caller.callSigned('DeleteUserPool', { UserPoolId })
    const imported = last.lines - first.lines
    const row = {
      operation: importName,
      ...scenario,
      opsPerSecond: (imported * 1000) / (last.at - first.at),
      p50Ms: null,
      p95Ms: null,
      p99Ms: null,
      errors: last.failed,
      cpuMsPerOp: (last.cpu - first.cpu) / Math.max(1, imported),
      peakMemoryMB: memoryMB(pid, 'VmHWM'),
      worstLoopDelayMs: worst,
      limitPerSecond: null,
      ratio: null,
    }
    return { row, p999Ms: p999, firstError: last.failed === 0 ? undefined : 'lines that were not imported' }
  } finally {
    caller.close()
  }
}

async function newPool(caller: Caller): Promise<string> {
  const { UserPool } = await caller.callSigned('CreateUserPool', {
    PoolName: 'bench-import',
    AutoVerifiedAttributes: ['email'],
  })
  return String((UserPool as Document)['Id'])
}

interface Place {
  readonly caller: Caller
  readonly UserPoolId: string
  readonly pid: number
}

async function importOf(lines: number, place: Place): Promise<{ readonly first: Progress; readonly last: Progress }> {
  const { caller, UserPoolId } = place
  const { CSVHeader } = await caller.callSigned('GetCSVHeader', { UserPoolId })
  const { UserImportJob } = await caller.callSigned('CreateUserImportJob', {
    UserPoolId,
    JobName: `lines-${lines}`,
    CloudWatchLogsRoleArn: 'arn:aws:iam::000000000000:role/logs',
  })
  const { JobId, PreSignedUrl } = UserImportJob as Document
  const body = fileOf(CSVHeader as readonly string[], lines)
  const { status } = await fetch(String(PreSignedUrl), { method: 'PUT', body })
  if (status !== 200) throw new Error(`the file was answered with ${status}`)
  await caller.callSigned('StartUserImportJob', { UserPoolId, JobId })
  const first = await progressWhen(({ lines }) => lines > 0, JobId, place)
  return { first, last: await progressWhen(({ ended }) => ended, JobId, place) }
}

async function progressWhen(reached: (progress: Progress) => boolean, JobId: unknown, place: Place): Promise<Progress> {
  for (;;) {
    const progress = await progressOf(JobId, place)
    if (reached(progress) || progress.ended) return progress
    await sleep(pollMs)
  }
}

async function progressOf(JobId: unknown, { caller, UserPoolId, pid }: Place): Promise<Progress> {
  const { UserImportJob } = await caller.callSigned('DescribeUserImportJob', { UserPoolId, JobId })
  const { Status, ImportedUsers, SkippedUsers, FailedUsers } = UserImportJob as Document
  return {
    at: performance.now(),
    cpu: cpuMs(pid),
    lines: Number(ImportedUsers ?? 0),
    failed: Number(SkippedUsers ?? 0) + Number(FailedUsers ?? 0),
    ended: !['Pending', 'InProgress'].includes(String(Status)),
  }
}

/** Users with an address that is verified. Those of another file have other names. */
function fileOf(header: readonly string[], lines: number): string {
  const row = (number: number): Readonly<Record<string, string>> => ({
    'cognito:username': `imported-${lines}-${number}`,
    'cognito:mfa_enabled': 'false',
    email: `imported-${lines}-${number}@example.com`,
    email_verified: 'true',
    phone_number_verified: 'false',
    name: `User ${number}`,
  })
  const texts = Array.from({ length: lines }, (_, number) =>
    header.map((column) => row(number)[column] ?? '').join(','),
  )
  return [header.join(','), ...texts].join('\n')
}
