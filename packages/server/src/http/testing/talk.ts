import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** Says something on a fresh connection and gives everything that is answered until the connection ends. */
export async function talk(port: number, ...said: readonly string[]): Promise<string> {
  const socket = await call(port)
  for (const text of said) socket.write(text)
  return hear(socket)
}

export async function call(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  await once(socket, 'connect')
  return socket
}

/** Everything until the other side ends or resets the connection. */
export async function hear(socket: Socket): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  let heard = ''
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString('latin1')
  })
  socket.on('error', () => resolve(heard))
  socket.on('end', () => socket.end())
  socket.on('close', () => resolve(heard))
  return promise
}

/** A request whose connection ends with the answer. */
export function request(line: string, headers: readonly string[] = ['Host: localhost'], body = ''): string {
  return [`${line} HTTP/1.1`, ...headers, 'Connection: close', '', body].join('\r\n')
}
