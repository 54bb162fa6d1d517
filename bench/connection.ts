import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Answer {
  readonly status: number
  readonly body: string
}

/** One kept connection that asks one thing at a time. Bare, so that asking costs little beside what is measured. */
export interface Connection {
  post(headers: string, body: string): Promise<Answer>
  get(path: string): Promise<Answer>
  close(): void
}

/** `headers` of a post are lines that end in CR LF. */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let pending: PromiseWithResolvers<Answer> | undefined
  let received: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const answer = answerIn(received)
    if (!answer) return
    received = Buffer.alloc(0)
    pending?.resolve(answer)
  })
  const closed = () => new Error('the server closed the connection')
  const fail = () => pending?.reject(closed())
  socket.on('error', fail).on('close', fail)
  const ask = async (start: string, rest: string) => {
    if (socket.destroyed) {
      // Nobody will answer; slowly, so that whoever goes on asking leaves time for what ends the run.
      await sleep(100)
      throw closed()
    }
    pending = Promise.withResolvers<Answer>()
    socket.write(`${start} HTTP/1.1\r\nHost: localhost:${port}\r\n${rest}`)
    return pending.promise
  }
  return {
    post: (headers, body) => ask('POST /', `Content-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`),
    get: (path) => ask(`GET ${path}`, '\r\n'),
    close: () => socket.destroy(),
  }
}

/** Undefined until it is whole. Our server always says how long its answers are. */
function answerIn(received: Buffer): Answer | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = received.toString('latin1', 0, end)
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
  if (received.length < end + 4 + length) return undefined
  return { status: Number(head.slice(9, 12)), body: received.toString('utf8', end + 4, end + 4 + length) }
}
