import { mkdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { selfSigned } from '../http/testing/self-signed.ts'
import { request, talk } from '../http/testing/talk.ts'
import { bin, home, run, start } from './testing/command.ts'

const memory = ['dev', '--memory', '--port', '0']

test('dev welcomes, says when it can serve, answers, and stops when told to', async () => {
  using here = home()
  await using server = start(here.directory, memory)
  const address = await server.ready()
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await fetch(`${address}/_cognate/health`)).status).toBe(200)
  server.process.kill('SIGTERM')
  const { code, out } = await server.ended
  expect(code).toBe(0)
  expect(out.trimEnd().split('\n').at(-1)).toBe(`cognate is ready on ${address}`)
  expect(out).toContain(`http://localhost:${new URL(address).port}`)
})

test('logs are lines of JSON on standard error', async () => {
  using here = home()
  await using server = start(here.directory, memory)
  await server.ready()
  server.process.kill('SIGINT')
  const { code, err } = await server.ended
  expect(code).toBe(0)
  expect(
    err
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  ).toContainEqual(expect.objectContaining({ event: 'Stopping' }))
})

test('a second signal stops at once what the first one let finish', async () => {
  using here = home()
  await using server = start(here.directory, memory)
  const unfinished = connect(Number(new URL(await server.ready()).port), '127.0.0.1')
  unfinished
    .on('error', () => {})
    .write('POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n')
  await once(unfinished, 'data')
  const stopping = once(server.process.stderr ?? unfinished, 'data')
  server.process.kill('SIGTERM')
  await stopping
  const again = setInterval(() => server.process.kill('SIGTERM'), 150)
  const { code } = await server.ended
  clearInterval(again)
  unfinished.destroy()
  expect(code).toBe(128 + 15)
})

test('what npm started ends when npm was stopped', async () => {
  using here = home()
  const { promise: ready, resolve } = Promise.withResolvers<string>()
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${bin}" ${memory.join(' ')} & wait`], {
    cwd: here.directory,
    env: { PATH: process.env['PATH'], npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  shell.stdout.on('data', (chunk: Buffer) => {
    if (chunk.includes('is ready on')) resolve('ready')
  })
  const closed = once(shell, 'close')
  await ready
  shell.kill('SIGKILL')
  // The stream that both share closes when the server, too, has ended.
  expect(await closed).toEqual([null, 'SIGKILL'])
})

test('a stop that comes before it is ready is obeyed', async () => {
  using here = home()
  await using server = start(here.directory, ['dev', '--port', '0'])
  const ended = server.ended
  const kill = setInterval(() => server.process.kill('SIGTERM'), 20)
  const { code, out } = await ended
  clearInterval(kill)
  expect([0, null]).toContain(code)
  expect(out).not.toContain('ready')
})

test('several workers answer on one address behind one ready line, are replaced and stop together', async () => {
  using here = home()
  await using server = start(here.directory, ['dev', '--port', '0', '--workers', '2'])
  const address = await server.ready()
  const [victim = 0] = await workersOf(server.process.pid ?? 0)
  process.kill(victim, 'SIGKILL')
  const others = async () => (await workersOf(server.process.pid ?? 0)).filter((worker) => worker !== victim)
  await expect.poll(others).toHaveLength(2)
  expect((await fetch(`${address}/_cognate/health`)).status).toBe(200)
  server.process.kill('SIGTERM')
  const { code, out, err } = await server.ended
  expect(code).toBe(0)
  expect(err).toContain('WorkerDied')
  expect(out.match(/is ready on/g)).toHaveLength(1)
})

test('with certificate and key it serves https', async () => {
  using here = home()
  const { cert, key } = selfSigned()
  writeFileSync(join(here.directory, 'cert.pem'), cert)
  writeFileSync(join(here.directory, 'key.pem'), key)
  await using server = start(here.directory, [...memory, '--tls', '--tls-cert', 'cert.pem', '--tls-key', 'key.pem'])
  expect(await server.ready()).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
})

test('dev answers to local names, to that of its public URL and to those it is told, and to no other', async () => {
  using here = home()
  const names = ['--public-url', 'http://id.test:8080', '--allowed-host', 'one.test', '--allowed-host', 'two.test']
  await using server = start(here.directory, [...memory, ...names])
  const { port } = new URL(await server.ready())
  const asked = ['localhost', 'id.test', 'one.test', 'two.test:80', 'three.test'].map((host) =>
    talk(Number(port), request('GET /_cognate/health', [`Host: ${host}`])),
  )
  const statuses = (await Promise.all(asked)).map((heard) => heard.slice(9, 12))
  expect(statuses).toEqual(['200', '200', '200', '200', '421'])
})

test('serve starts with a master key and a public URL, and answers any host name', async () => {
  using here = home()
  const environment = { COGNATE_MASTER_KEY: Buffer.alloc(32, 1).toString('base64') }
  const args = ['serve', '--port', '0', '--public-url', 'https://id.example.com']
  await using server = start(here.directory, args, environment)
  const { port } = new URL(await server.ready())
  expect(await talk(Number(port), request('GET /_cognate/health', ['Host: id.example.com']))).toMatch(/ 200 /)
})

test('a port in use is one sentence and exit code 1', async () => {
  using here = home()
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const [alone, several] = await Promise.all([
    run(here.directory, ['dev', '--memory', '--port', String(port)]),
    run(here.directory, ['dev', '--data', 'several', '--port', String(port), '--workers', '2']),
  ])
  other.close()
  const refusal = { code: 1, out: '', err: expect.stringMatching(new RegExp(`^Port ${port} is in use: .*--port.*\n$`)) }
  expect(alone).toEqual(refusal)
  expect(several).toEqual(refusal)
})

test.each([
  [
    'a directory that cannot be made',
    ['--data', '/dev/null/data'],
    /^This user may not write to \/dev\/null\/data: .*\n$/,
  ],
  [
    'a database that is not there',
    ['--database-url', 'postgres://127.0.0.1:1/x'],
    /^The database of --database-url cannot be reached: .*\n$/,
  ],
  [
    'an address of another machine',
    ['--host', '192.0.2.1', '--allowed-host', 'x'],
    /^192\.0\.2\.1 is no address of this machine: .*\n$/,
  ],
  [
    'a certificate that is not there',
    ['--tls', '--tls-cert', 'c', '--tls-key', 'k'],
    /^The file .*[ck] cannot be read: .*\n$/,
  ],
  ['a key file that is not there', ['--master-key-file', 'k'], /^There is no master key file .*\/k: .*\n$/],
])('%s is one sentence and exit code 1', async (_, flags, sentence) => {
  using here = home()
  const { code, out, err } = await run(here.directory, ['dev', '--port', '0', ...flags])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(sentence)
})

test('another master key than that of the store is one sentence and exit code 1', async () => {
  using here = home()
  mkdirSync(join(here.directory, 'data'))
  const as = (byte: number) => ({ COGNATE_MASTER_KEY: Buffer.alloc(32, byte).toString('base64') })
  expect((await run(here.directory, ['keys', 'create', '--data', 'data'], as(1))).code).toBe(0)
  const { code, err } = await run(here.directory, ['dev', '--port', '0', '--data', 'data'], as(2))
  expect(code).toBe(1)
  expect(err).toMatch(/^The master key is not the one this store was made with: .*\n$/)
})

async function workersOf(pid: number): Promise<readonly number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return text.trim().split(' ').filter(Boolean).map(Number)
}
