import { expect, test } from 'vitest'
import { importLimits } from '../../../domain/import-job.ts'
import { resourceQuotas } from '../../../domain/resource-quotas.ts'
import { importScene, logsRole } from '../../../testing/import-scene.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

const ada = { 'cognito:username': 'ada', email: 'ada@example.com' }
const eve = { 'cognito:username': 'eve', email: 'eve@example.com' }
const noJob = 'ResourceNotFoundException: Import job import-none does not exist.'

test('the CSV header has the attributes of the pool, then MFA and the username [D]', async () => {
  await using scene = await importScene({ pool: { Schema: [{ Name: 'tenant', AttributeDataType: 'String' }] } })
  const { UserPoolId, call } = scene
  const { CSVHeader = [], UserPoolId: id } = await call('GetCSVHeader', { UserPoolId })
  expect(id).toBe(UserPoolId)
  expect([CSVHeader[0], ...CSVHeader.slice(-5)]).toEqual([
    'name',
    'address',
    'updated_at',
    'custom:tenant',
    'cognito:mfa_enabled',
    'cognito:username',
  ])
  expect(CSVHeader).not.toContain('sub')
})

test('a job is created with an address for its file, described and started', async () => {
  await using scene = await importScene()
  const { call, UserPoolId } = scene
  const input = { UserPoolId, JobName: 'mine', CloudWatchLogsRoleArn: logsRole }
  const { UserImportJob: made } = await call('CreateUserImportJob', input)
  const { JobName, Status, CloudWatchLogsRoleArn, PreSignedUrl = '', JobId = '', ImportedUsers } = made ?? {}
  expect({ JobName, Status, CloudWatchLogsRoleArn, ImportedUsers }).toEqual({
    JobName: 'mine',
    Status: 'Created',
    CloudWatchLogsRoleArn: logsRole,
    ImportedUsers: 0,
  })
  expect(JobId).toMatch(/^import-\w{10}$/)
  expect(PreSignedUrl).toMatch(`http://localhost:9400/${UserPoolId}/import/${JobId}?`)
  expect(await scene.describe(JobId)).toEqual(made)
  await scene.put(new URL(PreSignedUrl), [await scene.fileOf([ada])])
  const { UserImportJob: started } = await scene.start(JobId)
  expect(started).toMatchObject({ Status: 'Pending', StartDate: expect.any(Number) as number })
  expect(started?.PreSignedUrl).toBeUndefined()
})

test('users of a file come in with what it says of them, and have to reset their password [D]', async () => {
  await using scene = await importScene({ pool: { AliasAttributes: ['email'] } })
  const told = {
    birthdate: '02/28/1990',
    address: '1 Main Street\\, Springfield',
    name: 'Ada "A" King',
    updated_at: '17',
  }
  const job = await scene.importFile(`${await scene.fileOf([{ ...ada, ...told }, eve])}\r\n`)
  expect(job).toMatchObject({ Status: 'Succeeded', ImportedUsers: 2, SkippedUsers: 0, FailedUsers: 0 })
  expect(job.CompletionMessage).toBeTruthy()
  expect(job.CompletionDate).toBeDefined()
  expect(await scene.attributesOf('ada@example.com')).toMatchObject({
    email: 'ada@example.com',
    email_verified: 'true',
    birthdate: '1990-02-28',
    address: '1 Main Street, Springfield',
    name: 'Ada "A" King',
    updated_at: '17',
  })
  expect(await scene.statusOf('eve')).toBe('RESET_REQUIRED')
  await scene.call('ForgotPassword', { ClientId: scene.ClientId, Username: 'eve' })
  expect(await scene.codeTo('eve@example.com')).not.toBe('none')
})

test('where people sign in with their address, that is their name', async () => {
  await using scene = await importScene({ pool: { UsernameAttributes: ['email'] } })
  const rows = [{ email: 'ada@example.com' }, { 'cognito:username': 'eve@example.com' }, { email: 'no address' }]
  expect(await scene.importFile(await scene.fileOf(rows))).toMatchObject({ ImportedUsers: 2, FailedUsers: 1 })
  expect((await scene.attributesOf('eve@example.com'))['email']).toBe('eve@example.com')
  expect(await scene.attributesOf('ada@example.com')).toMatchObject({ email_verified: 'true' })
})

test('users who are there already are skipped, and lines that cannot be are counted', async () => {
  await using scene = await importScene({ pool: { AliasAttributes: ['email'] } })
  await scene.signedUp('ada')
  const failing = [
    { ...eve, email_verified: 'false' },
    { ...eve, email: 'nowhere' },
    { ...eve, birthdate: '1990-02-28' },
    { ...eve, 'cognito:mfa_enabled': '' },
    { ...eve, 'cognito:mfa_enabled': 'true' },
    { ...eve, 'cognito:username': '' },
    { ...eve, 'cognito:username': 'e v e' },
    { ...eve, name: 'x'.repeat(16_001) },
    { ...eve, name: 'e,ve' },
    { ...eve, name: 'e\u0000ve' },
    { ...eve, email: 'ada@example.com' },
  ]
  const job = await scene.importFile(await scene.fileOf([ada, ...failing, eve, eve]))
  expect(job).toMatchObject({ Status: 'Succeeded', ImportedUsers: 1, SkippedUsers: 2, FailedUsers: failing.length })
  expect(await scene.statusOf('ada')).toBe('CONFIRMED')
})

test('what became of a line is in the log, without what it says', async () => {
  const lines: unknown[] = []
  const note = (event: string, facts: unknown) => event === 'user not imported' && lines.push(facts)
  const log = { debug() {}, info() {}, warn: note, error: note }
  await using scene = await importScene({ parts: { log } })
  const file = await scene.fileOf([ada, ada, { ...eve, birthdate: 'secret' }])
  const { JobId } = await scene.importFile(file)
  const place = { pool: scene.UserPoolId, job: JobId }
  expect(lines).toEqual([
    { ...place, line: 3, outcome: 'SKIPPED', reason: 'The user already exists.' },
    { ...place, line: 4, outcome: 'FAILED', reason: 'birthdate: The form is mm/dd/yyyy.' },
  ])
})

test('a job that imported nobody has failed, as has one whose header is not that of the pool', async () => {
  await using scene = await importScene()
  const header = 'The header of the file is not the CSV header of the user pool.'
  const file = await scene.fileOf([ada])
  for (const wrong of ['', 'email,name', file.replace('nickname', 'name'), `${file.replace('name,', 'name,other,')}`]) {
    const { Status, CompletionMessage, ImportedUsers } = await scene.importFile(wrong)
    expect([Status, CompletionMessage, ImportedUsers]).toEqual(['Failed', header, 0])
  }
  await scene.importFile(file)
  expect(await scene.importFile(file)).toMatchObject({ Status: 'Failed', SkippedUsers: 1 })
})

test('in a pool with MFA the file says who has it', async () => {
  const pool = { MfaConfiguration: 'OPTIONAL' } as const
  await using scene = await importScene({ pool })
  const on = { 'cognito:mfa_enabled': 'true' }
  const rows = [
    { ...ada, ...on, phone_number: '+15555550142' },
    { ...eve, ...on },
  ]
  expect(await scene.importFile(await scene.fileOf(rows))).toMatchObject({ ImportedUsers: 1, FailedUsers: 1 })
  const { UserMFASettingList } = await scene.call('AdminGetUser', { UserPoolId: scene.UserPoolId, Username: 'ada' })
  expect(UserMFASettingList).toEqual(['SMS_MFA'])
})

test('attributes that the pool requires are required of each line', async () => {
  await using scene = await importScene({ pool: { Schema: [{ Name: 'name', Required: true }] } })
  const job = await scene.importFile(await scene.fileOf([ada, { ...eve, name: 'Eve' }]))
  expect(job).toMatchObject({ ImportedUsers: 1, FailedUsers: 1 })
})

test('jobs come page by page, by a token that is good for this list only', async () => {
  await using scene = await importScene()
  const { call, UserPoolId } = scene
  const ids = []
  for (let made = 0; made < 3; made++) ids.push((await scene.createJob()).JobId)
  const list = (more = {}) => call('ListUserImportJobs', { UserPoolId, MaxResults: 2, ...more })
  const first = await list()
  const last = await list({ PaginationToken: first.PaginationToken })
  const listed = [first, last].flatMap(({ UserImportJobs = [] }) => UserImportJobs.map(({ JobId }) => JobId))
  expect(listed).toEqual(ids.toSorted())
  expect(last.PaginationToken).toBeUndefined()
  const other = (await call('CreateUserPool', { PoolName: 'other' })).UserPool?.Id ?? ''
  for (const foreign of [{ PaginationToken: 'made-up' }, { PaginationToken: first.PaginationToken, UserPoolId: other }])
    expect(await refusedWith(list(foreign))).toBe('InvalidParameterException: Invalid pagination token.')
  expect(await refusedWith(list({ MaxResults: 61 }))).toContain('less than or equal to 60')
})

test('a job that is not there is said, and one of another pool is not seen', async () => {
  await using scene = await importScene()
  const { call, UserPoolId } = scene
  const { JobId } = await scene.createJob()
  const other = (await call('CreateUserPool', { PoolName: 'other' })).UserPool?.Id ?? ''
  for (const name of ['DescribeUserImportJob', 'StartUserImportJob', 'StopUserImportJob'] as const) {
    expect(await refusedWith(call(name, { UserPoolId, JobId: 'import-none' }))).toBe(noJob)
    const elsewhere = await refusedWith(call(name, { UserPoolId: other, JobId }))
    expect(elsewhere).toBe(noJob.replace('import-none', JobId))
  }
})

test('a pool has a thousand jobs at the most', async () => {
  await using scene = await importScene()
  for (let made = 0; made < resourceQuotas.UserImportJobs.standard; made++) await scene.createJob()
  expect(await refusedWith(scene.createJob())).toBe(
    'LimitExceededException: User pool has reached its limit of 1000 import jobs.',
  )
})

test('a job is started once, with a file, alone, and where addresses are verified', async () => {
  await using scene = await importScene()
  const refused = (reason: string) => `PreconditionNotMetException: ${reason}`
  const one = await scene.createJob()
  expect(await refusedWith(scene.start(one.JobId))).toBe(refused('No file was uploaded for the job.'))
  await scene.put(one.address, [await scene.fileOf([ada])])
  const two = await scene.createJob()
  await scene.put(two.address, [await scene.fileOf([ada])])
  await scene.start(one.JobId)
  expect(await refusedWith(scene.start(one.JobId))).toBe(refused('The job cannot be started: its status is Pending.'))
  expect(await refusedWith(scene.start(two.JobId))).toBe(
    refused('Another import job of the user pool has not ended yet.'),
  )
  await scene.run()
  await scene.call('UpdateUserPool', { UserPoolId: scene.UserPoolId, AutoVerifiedAttributes: [] })
  expect(await refusedWith(scene.start(two.JobId))).toBe(
    refused('The user pool has no attribute that is automatically verified.'),
  )
})

test('a pool is not changed or deleted while a file goes into it [D]', async () => {
  await using scene = await importScene()
  const { UserPoolId, call } = scene
  const { JobId, address } = await scene.createJob()
  await scene.put(address, [await scene.fileOf([ada])])
  const CustomAttributes = [{ Name: 'x', AttributeDataType: 'String' }] as const
  const changes = [
    () => call('UpdateUserPool', { UserPoolId, AutoVerifiedAttributes: ['email'] }),
    () => call('AddCustomAttributes', { UserPoolId, CustomAttributes }),
    () => call('DeleteUserPool', { UserPoolId }),
  ]
  await scene.start(JobId)
  for (const change of changes) expect(await refusedWith(change())).toMatch(/^UserImportInProgressException: /)
  await scene.run()
  expect(await scene.describe(JobId)).toMatchObject({ Status: 'Succeeded', ImportedUsers: 1 })
  for (const change of changes) expect(await refusedWith(change())).toBe('not refused')
})

test('of the start of a file and the deletion of its pool at once, one succeeds', async () => {
  await using scene = await importScene()
  const { UserPoolId, call } = scene
  const { JobId, address } = await scene.createJob()
  await scene.put(address, [await scene.fileOf([ada])])
  const both = [call('DeleteUserPool', { UserPoolId }), scene.start(JobId)]
  const outcomes = await Promise.all(both.map(refusedWith))
  expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(1)
})

test('a job that nobody starts for a day expires [D]', async () => {
  await using scene = await importScene()
  const { JobId, address } = await scene.createJob()
  await scene.put(address, [await scene.fileOf([ada])])
  scene.clock.advance(importLimits.startMs)
  expect(await refusedWith(scene.start(JobId))).toContain('has expired')
  await scene.run()
  expect(await scene.describe(JobId)).toMatchObject({ Status: 'Expired', ImportedUsers: 0 })
})

test('a job that runs can be stopped, and no other', async () => {
  await using scene = await importScene()
  const { UserPoolId, call } = scene
  const { JobId, address } = await scene.createJob()
  const stop = () => call('StopUserImportJob', { UserPoolId, JobId })
  expect(await refusedWith(stop())).toBe(
    'PreconditionNotMetException: The job cannot be stopped: its status is Created.',
  )
  await scene.put(address, [await scene.fileOf([ada])])
  await scene.start(JobId)
  expect((await stop()).UserImportJob?.Status).toBe('Stopping')
  await scene.run()
  expect(await scene.describe(JobId)).toMatchObject({ Status: 'Stopped', ImportedUsers: 0 })
  expect(await refusedWith(stop())).toContain('its status is Stopped')
})
