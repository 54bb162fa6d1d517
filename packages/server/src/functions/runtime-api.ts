import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { equalInConstantTime } from '../crypto/constant-time.ts'
import { readRuntimeBody } from './read-runtime-body.ts'
import { readRuntimeError } from './read-runtime-error.ts'
import type { Turns } from './turns.ts'

/** What a runtime is handed. */
export interface RuntimeEvent {
  readonly id: string
  readonly arn: string
  readonly payload: string
  /** Milliseconds since 1970, as the function's process knows them. */
  readonly deadline: number
}

/** What a runtime says: that it asks for an event, what comes of one, or that it could not load the function. */
export type RuntimeListener = Pick<Turns, 'asks' | 'answers' | 'ends'>

export interface RuntimeApi {
  /** For AWS_LAMBDA_RUNTIME_API. */
  readonly address: string
  /** Handed over as soon as the runtime asks. */
  give(event: RuntimeEvent): void
  [Symbol.dispose](): void
}

/**
 * The side of AWS Lambda that a function's runtime talks to, for one process: a port of its own on this machine's loopback.
 * With a `token`, nobody else on the machine can take the function's events.
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export async function openRuntimeApi(listener: RuntimeListener, token: string | undefined): Promise<RuntimeApi> {
  const desk = eventDesk()
  const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0 }, (request, response) => {
    response.on('error', () => {})
    if (isForeign(request, token)) return end(response, 403)
    return void route(request, response, { desk, listener })
  })
  const port = await listenOnLoopback(server)
  return {
    address: `127.0.0.1:${port}`,
    give: desk.give,
    [Symbol.dispose]() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Where the event and whoever asks for it wait for each other. */
function eventDesk() {
  let event: RuntimeEvent | undefined
  let asking: ServerResponse | undefined
  function meet(): void {
    if (!event || !asking) return
    handOver(event, asking)
    event = asking = undefined
  }
  return {
    give: (next: RuntimeEvent) => {
      event = next
      meet()
    },
    ask: (next: ServerResponse) => {
      asking = next
      next.once('close', () => {
        if (asking === next) asking = undefined
      })
      meet()
    },
  }
}

function handOver({ id, arn, payload, deadline }: RuntimeEvent, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
    'lambda-runtime-aws-request-id': id,
    'lambda-runtime-deadline-ms': String(deadline),
    'lambda-runtime-invoked-function-arn': arn,
    'lambda-runtime-trace-id': `Root=1-00000000-${id.replaceAll('-', '').slice(0, 24)};Parent=0000000000000000;Sampled=0`,
  })
  response.end(payload)
}

interface Counter {
  readonly desk: ReturnType<typeof eventDesk>
  readonly listener: RuntimeListener
}

async function route(request: IncomingMessage, response: ServerResponse, { desk, listener }: Counter): Promise<void> {
  const said = pathPattern.exec(`${request.method} ${request.url}`)?.groups
  if (!said) return end(response, 404)
  if (said['next'] !== undefined) {
    listener.asks()
    return desk.ask(response)
  }
  const body = await readRuntimeBody(request)
  if (body === undefined) return undefined
  end(response, body.kind === 'too-large' ? 413 : 202)
  if (said['answered'] !== undefined) return listener.answers(said['answered'], body)
  const failure = body.kind === 'answered' ? readRuntimeError(body.payload) : body
  return said['failed'] === undefined ? listener.ends(failure) : listener.answers(said['failed'], failure)
}

const pathPattern = new RegExp(
  '^GET /2018-06-01/runtime/invocation/(?<next>next)$' +
    '|^POST /2018-06-01/runtime/invocation/(?<answered>[\\w-]{1,64})/response$' +
    '|^POST /2018-06-01/runtime/invocation/(?<failed>[\\w-]{1,64})/error$' +
    '|^POST /2018-06-01/runtime/init/error$',
)

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end('{}')
}

/** A page in a browser reaches the loopback too; runtimes never say where they come from. */
function isForeign({ headers }: IncomingMessage, token: string | undefined): boolean {
  if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) return true
  return token !== undefined && !equalInConstantTime(String(headers['cognate-runtime-token']), token)
}

async function listenOnLoopback(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
