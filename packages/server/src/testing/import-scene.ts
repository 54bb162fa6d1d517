import type { PasswordHashingAlgorithmType } from '@cognate/wire/user-pools.ts'
import { uploadDoor } from '../api/user-pools/imports/upload-door.ts'
import { runDueImports } from '../flows/imports/run-due-imports.ts'
import type { HttpResponse } from '../http/message.ts'
import { peopleIn } from './people.ts'

export const logsRole = 'arn:aws:iam::000000000000:role/logs'

/** People whose pool can be filled from files, and short words for that. */
export async function importScene(wishes: Parameters<typeof peopleIn>[0] = {}) {
  const people = await peopleIn(wishes)
  const { call, UserPoolId, world } = people
  const door = uploadDoor(world)

  async function createJob(PasswordHashingAlgorithm?: PasswordHashingAlgorithmType) {
    const input = { UserPoolId, JobName: 'job', CloudWatchLogsRoleArn: logsRole, PasswordHashingAlgorithm }
    const { UserImportJob } = await call('CreateUserImportJob', input)
    return { JobId: UserImportJob?.JobId ?? '', address: new URL(UserImportJob?.PreSignedUrl ?? '') }
  }

  function put(address: URL, pieces: Pieces, method = 'PUT'): Promise<HttpResponse> {
    const { pathname: path, search } = address
    const head = { method, path, query: search.slice(1), headers: {}, remoteAddress: '127.0.0.1', secure: false }
    const answer = door(head, arriving(pieces))
    if (!answer) throw new Error('The door is not for this address')
    return answer
  }

  /** Lines of a file: its header, then these values by column; what is not named is blank, MFA off, the address verified. */
  async function fileOf(rows: readonly Readonly<Record<string, string>>[], more: readonly string[] = []) {
    const { CSVHeader = [] } = await call('GetCSVHeader', { UserPoolId })
    const columns = [...CSVHeader, ...more]
    const usual = { 'cognito:mfa_enabled': 'false', email_verified: 'true' }
    const lines = rows.map((row) => columns.map((column) => ({ ...usual, ...row })[column] ?? '').join(','))
    return [columns.join(','), ...lines].join('\n')
  }

  const describe = async (JobId: string) =>
    (await call('DescribeUserImportJob', { UserPoolId, JobId })).UserImportJob ?? {}
  const start = (JobId: string) => call('StartUserImportJob', { UserPoolId, JobId })
  const run = (closing = () => false) => runDueImports(world, closing)

  /** The whole way of a file, to the end of its job. */
  async function importFile(file: string, hashing?: PasswordHashingAlgorithmType) {
    const { JobId, address } = await createJob(hashing)
    await put(address, [file])
    await start(JobId)
    await run()
    return describe(JobId)
  }

  return { ...people, createJob, put, fileOf, describe, start, run, importFile }
}

type Pieces = Iterable<string | Buffer> | AsyncIterable<string | Buffer>

async function* arriving(pieces: Pieces): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece)
}
