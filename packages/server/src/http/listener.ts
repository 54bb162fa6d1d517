import { createServer as createHttpServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { LargeBodies, LargeBodyRule } from './body-bound.ts'
import { defaultBounds } from './bounds.ts'
import type { Bounds } from './bounds.ts'
import { exchange } from './exchange.ts'
import type { FaultReport, House } from './exchange.ts'
import type { HostRule } from './host-rule.ts'
import type { Door, UploadDoor } from './message.ts'
import { rawRefusal } from './respond.ts'
import type { Refusal } from './respond.ts'
import type { ClientOf } from './trusted-proxies.ts'

export interface ListenerOptions {
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  /** PEM text. */
  readonly tls?: { readonly cert: string; readonly key: string }
  readonly hostRule: HostRule
  readonly clientOf: ClientOf
  readonly report: FaultReport
  readonly bounds?: Bounds
}

/** Ways in for what is larger than the body of a usual request. */
export interface Ways {
  readonly uploadDoors?: readonly UploadDoor[]
  readonly mayBeLarge?: LargeBodyRule
}

/** A bound port. It answers 503 until the doors are opened; disposing finishes what is under way and closes it. */
export interface Listener {
  readonly port: number
  /** Such as `http://127.0.0.1:9400`. */
  readonly address: string
  open(doors: readonly Door[], more?: Ways): void
  [Symbol.asyncDispose](): Promise<void>
}

/** Rejects with Node's error (EADDRINUSE, EACCES, …) when the port cannot be had. */
export async function listen(options: ListenerOptions): Promise<Listener> {
  const bounds = options.bounds ?? defaultBounds
  const state: State = { uploadDoors: [], largeBodies: { rule: () => false, held: 0 }, closing: false }
  const server = serverFor(options, bounds, {
    ...options,
    bounds,
    doors: () => state.doors,
    uploadDoors: () => state.uploadDoors,
    largeBodies: state.largeBodies,
    closing: () => state.closing,
    secure: options.tls !== undefined,
  })
  const port = await bind(server, options)
  return {
    port,
    address: addressOf(options, port),
    open: (doors, { uploadDoors = [], mayBeLarge = () => false } = {}) => {
      state.uploadDoors = uploadDoors
      state.largeBodies.rule = mayBeLarge
      state.doors = doors
    },
    [Symbol.asyncDispose]: async () => {
      state.closing = true
      await drain(server, bounds.drainMs)
    },
  }
}

interface State {
  doors?: readonly Door[]
  uploadDoors: readonly UploadDoor[]
  readonly largeBodies: LargeBodies
  closing: boolean
}

function serverFor({ tls }: ListenerOptions, bounds: Bounds, house: House): Server {
  const limits = {
    maxHeaderSize: bounds.headerBytes,
    headersTimeout: bounds.headerMs,
    // Bodies that are read whole have a shorter time of their own.
    requestTimeout: bounds.uploadMs,
    keepAliveTimeout: bounds.idleMs,
    // The time-outs above are only looked at this often.
    connectionsCheckingInterval: Math.min(1000, bounds.headerMs / 2),
  }
  const server = tls
    ? createHttpsServer({ ...limits, ...tls, minVersion: 'TLSv1.2', handshakeTimeout: bounds.headerMs })
    : createHttpServer(limits)
  server.maxConnections = bounds.connections
  server.setTimeout(bounds.silentMs)
  const waiting: Waiting = new Map()
  const receive = (request: IncomingMessage, response: ServerResponse) => {
    if (admitPipelined(waiting, response, request.socket, bounds.pipelined)) exchange(house, request, response)
  }
  server.on('request', receive)
  server.on('checkContinue', receive)
  server.on('clientError', (error: Error, socket: Socket) => refuseRaw(error, socket, isAnswering(waiting.get(socket))))
  return server
}

/** Connections with a request that is not answered to its end yet. */
type Waiting = Map<Socket, { count: number; latest: ServerResponse }>

/** A client that sends requests without reading the answers is let go, before it makes everybody else wait. */
function admitPipelined(waiting: Waiting, response: ServerResponse, socket: Socket, limit: number): boolean {
  const before = waiting.get(socket)
  if (before && before.count >= limit) {
    socket.destroy()
    return false
  }
  const entry = before ?? { count: 0, latest: response }
  entry.count += 1
  entry.latest = response
  if (!before) waiting.set(socket, entry)
  response.once('close', () => {
    entry.count -= 1
    if (entry.count === 0) waiting.delete(socket)
  })
  return true
}

/** Whether an answer is under way or owed, other than for a request that has not arrived whole. */
function isAnswering(entry: { readonly count: number; readonly latest: ServerResponse } | undefined): boolean {
  return entry !== undefined && (entry.count > 1 || entry.latest.req.complete || entry.latest.headersSent)
}

const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: { status: 431, message: 'The header of the request is too large.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: 'The request took too long to arrive.' },
}
const malformed: Refusal = { status: 400, message: 'The request is not well-formed HTTP.' }

function refuseRaw(error: Error & { readonly code?: string }, socket: Socket, answering: boolean): void {
  // Behind an answer that is still to come, a refusal would be taken for that answer.
  if (error.code === 'ECONNRESET' || !socket.writable || answering) socket.destroy()
  else socket.end(rawRefusal(refusals[error.code ?? ''] ?? malformed), () => socket.destroy())
}

async function bind(server: Server, { host, port }: ListenerOptions): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen({ host, port }, resolve)
  await promise
  server.off('error', reject)
  return (server.address() as AddressInfo).port
}

async function drain(server: Server, withinMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  const timer = setTimeout(() => server.closeAllConnections(), withinMs)
  await closed
  clearTimeout(timer)
}

function addressOf({ host, tls }: ListenerOptions, port: number): string {
  return `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`
}
