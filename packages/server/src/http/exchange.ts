import type { IncomingMessage, ServerResponse } from 'node:http'
import { bodyBound, type LargeBodies } from './body-bound.ts'
import type { Bounds } from './bounds.ts'
import type { HostRule } from './host-rule.ts'
import type { Door, HttpRequest, HttpResponse, RequestHead, UploadDoor } from './message.ts'
import { announcesMoreThan, readBody } from './read-body.ts'
import { readTarget } from './request-target.ts'
import type { RequestTarget } from './request-target.ts'
import { answerUnread, refusalAnswer, respond } from './respond.ts'
import type { Refusal } from './respond.ts'
import type { ClientOf } from './trusted-proxies.ts'

/** Writes an unexpected error down and gives the id under which it can be found again. */
export type FaultReport = (fault: unknown) => string

/** What every request of a listener is answered with. */
export interface House {
  /** Undefined until the house is open. */
  readonly doors: () => readonly Door[] | undefined
  /** Asked before the doors, and before the body is read. */
  readonly uploadDoors: () => readonly UploadDoor[]
  readonly largeBodies: LargeBodies
  readonly closing: () => boolean
  readonly hostRule: HostRule
  readonly clientOf: ClientOf
  readonly secure: boolean
  readonly bounds: Bounds
  readonly report: FaultReport
}

/** One request from its header to its answer. */
export function exchange(house: House, request: IncomingMessage, response: ServerResponse): void {
  const { bounds } = house
  const target = readTarget(request.url ?? '')
  const refuse = (refusal: Refusal) => answerUnread(request, response, refusalAnswer(refusal), bounds.lingerMs)
  const refusal = refuseByHeader(house, request, target)
  if (refusal) {
    refuse(refusal)
    return
  }
  const head = headOf(house, request, target ?? rootTarget)
  if (upload(house, head, request, response)) return
  const bytes = bodyBound(head, bounds, house.largeBodies, { request, response })
  if (bytes === undefined || announcesMoreThan(bytes, request)) {
    refuse(bytes === undefined ? tooMany : tooLarge(bytes))
    return
  }
  if (request.headers.expect !== undefined) response.writeContinue()
  readBody(
    request,
    { bytes, ms: bounds.requestMs },
    {
      whole: (body) => answer(house, { ...head, body }, response),
      tooLarge: () => refuse(tooLarge(bytes)),
      late: () => refuse(tooLate),
    },
  )
}

/** Whether an upload door took it. */
function upload(house: House, head: RequestHead, request: IncomingMessage, response: ServerResponse): boolean {
  for (const door of house.uploadDoors()) {
    const given = door(head, bodyOf(request, response))
    if (given) {
      settleUpload(house, given, request, response)
      return true
    }
  }
  return false
}

/** Who waits to be asked for the body is asked when somebody begins to read it. */
async function* bodyOf(request: IncomingMessage, response: ServerResponse): AsyncGenerator<Buffer> {
  if (request.headers.expect !== undefined) response.writeContinue()
  yield* request.iterator({ destroyOnReturn: false })
}

function settleUpload(
  house: House,
  given: Promise<HttpResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const settle = (answer: HttpResponse) => {
    if (house.closing()) response.shouldKeepAlive = false
    if (request.complete) respond(response, answer)
    else if (!request.destroyed) answerUnread(request, response, answer, house.bounds.lingerMs)
  }
  given.then(settle).catch((fault: unknown) => {
    // A sender who went away is nobody's fault.
    if (!request.destroyed || request.complete) settle(faultAnswer(house, fault))
  })
}

const rootTarget: RequestTarget = { path: '/', query: '' }

function refuseByHeader(
  house: House,
  request: IncomingMessage,
  target: RequestTarget | undefined,
): Refusal | undefined {
  const { host } = request.headers
  if (!target) return { status: 400, message: 'The target of the request cannot be read.' }
  if (hasTwoHosts(request.rawHeaders)) return { status: 400, message: 'The request has more than one Host header.' }
  if (target.host !== undefined && target.host !== host)
    return { status: 400, message: 'The Host header differs from the host in the request target.' }
  if (!house.hostRule(host)) return strangeHost
  if (!house.doors()) return { status: 503, message: 'Cognate is starting.' }
  return undefined
}

const strangeHost: Refusal = {
  status: 421,
  message:
    'This server answers only to local host names. To let it answer to another name, start it with --allowed-host NAME or --public-url URL.',
}

const tooLate: Refusal = { status: 408, message: 'The request took too long to arrive.' }

const tooMany: Refusal = { status: 503, message: 'Too many large requests are under way.' }

function tooLarge(bytes: number): Refusal {
  return { status: 413, message: `The body of a request may have ${bytes} bytes at the most.` }
}

/** Node keeps the first of two Host headers; somebody in front of us may have looked at the second. */
function hasTwoHosts(rawHeaders: readonly string[]): boolean {
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1
  }
  return hosts > 1
}

function headOf(house: House, request: IncomingMessage, target: RequestTarget): RequestHead {
  // A request has no business with Set-Cookie, the one header that Node gives as a list.
  if (request.headers['set-cookie']) delete request.headers['set-cookie']
  const headers = request.headers as HttpRequest['headers']
  const { address, secure } = house.clientOf(request.socket.remoteAddress ?? '', house.secure, headers)
  return {
    method: request.method ?? 'GET',
    path: target.path,
    query: target.query,
    headers,
    remoteAddress: address,
    secure,
  }
}

function answer(house: House, message: HttpRequest, response: ServerResponse): void {
  const settle = (given: HttpResponse) => {
    if (house.closing()) response.shouldKeepAlive = false
    respond(response, given)
  }
  const fail = (fault: unknown) => settle(faultAnswer(house, fault))
  try {
    const given = firstAnswer(house.doors() ?? [], message)
    if (!given) settle(unserved)
    else given.then(settle).catch(fail)
  } catch (fault) {
    fail(fault)
  }
}

function firstAnswer(doors: readonly Door[], message: HttpRequest): Promise<HttpResponse> | undefined {
  for (const door of doors) {
    const given = door(message)
    if (given) return given
  }
  return undefined
}

const unserved = refusalAnswer({ status: 404, message: 'Nothing is served at this address.' })

function faultAnswer(house: House, fault: unknown): HttpResponse {
  const { status, headers, body } = refusalAnswer({ status: 500, message: 'Internal server error.' })
  return { status, headers: { ...headers, 'x-amzn-requestid': house.report(fault) }, body }
}
