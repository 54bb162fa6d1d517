import { createHash } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { adjustableClock } from '../ambient/clock.ts'
import { logTo } from '../ambient/log.ts'
import { commonPasswords } from './common-passwords.ts'
import { rangeService } from './range-service.ts'

async function serviceThat(answers: RequestListener) {
  const server = createServer(answers)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const lines: string[] = []
  const log = logTo({ write: (line: string) => lines.push(line) } as never, 'info')
  const instead = commonPasswords()
  const clock = adjustableClock()
  return {
    lines,
    clock,
    service: rangeService(`http://127.0.0.1:${port}/range/`, { instead, log, clock }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const digest = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase()

test('the service learns five digits of a digest, and its padding is nothing', async () => {
  const asked: string[] = []
  const listed = digest('Stolen-1').slice(5)
  const padding = digest('Unheard-of-2').slice(5)
  await using it = await serviceThat((request, response) => {
    asked.push(`${request.url} ${String(request.headers['add-padding'])}`)
    response.end(`${'0'.repeat(35)}:3\r\n${listed}:12\r\n${padding}:0`)
  })
  expect(await it.service.contains('Stolen-1')).toBe(true)
  expect(await it.service.contains('Unheard-of-2')).toBe(false)
  expect(await it.service.contains('password')).toBe(false)
  expect(asked[0]).toBe(`/range/${digest('Stolen-1').slice(0, 5)} true`)
  expect(it.lines).toEqual([])
})

test.each<readonly [string, RequestListener]>([
  ['fails', (_, response) => response.writeHead(503).end()],
  ['hangs', () => undefined],
  ['answers without end', (_, response) => response.end('A'.repeat(1_000_001))],
  ['leads elsewhere', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
])('where the service %s, the common passwords are looked at, and the log says so', async (_what, answers) => {
  await using it = await serviceThat(answers)
  expect(await it.service.contains('qwertyuiop')).toBe(true)
  expect(await it.service.contains('Unheard-of-2')).toBe(false)
  expect(it.lines).toHaveLength(2)
  expect(it.lines.join('')).not.toContain('qwerty')
})

test('a service that failed three times in a row is left alone for half a minute, and then tried by one', async () => {
  let asked = 0
  let broken = true
  await using it = await serviceThat((_, response) => {
    asked += 1
    response.writeHead(broken ? 503 : 200).end()
  })
  const ask = (times: number) => Promise.all(Array.from({ length: times }, () => it.service.contains('qwertyuiop')))
  await ask(3)
  expect(await ask(5)).toEqual(Array.from({ length: 5 }, () => true))
  expect({ asked, warnings: it.lines.length }).toEqual({ asked: 3, warnings: 3 })
  expect(it.lines.at(-1)).toContain('"pauseMs":30000')

  it.clock.advance(30_000)
  await ask(5)
  expect({ asked, warnings: it.lines.length }).toEqual({ asked: 4, warnings: 4 })

  broken = false
  it.clock.advance(30_000)
  await ask(1)
  await ask(5)
  expect(asked).toBe(10)
})

test('failures with answers between them do not add up', async () => {
  let asked = 0
  await using it = await serviceThat((_, response) => {
    asked += 1
    response.writeHead(asked % 3 === 0 ? 200 : 503).end()
  })
  for (let times = 0; times < 9; times += 1) await it.service.contains('password')
  expect(asked).toBe(9)
})
