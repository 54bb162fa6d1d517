/** A request that was read to its end, within the bounds of the listener. */
export interface HttpRequest {
  readonly method: string
  /** Path as sent, still percent-encoded, without the query. */
  readonly path: string
  /** Query as sent, without the question mark; empty when there is none. */
  readonly query: string
  /** Names in lower case; repeated headers joined as Node joins them. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
  readonly remoteAddress: string
  /** Whether the client's own connection (or that to a trusted proxy) is TLS. */
  readonly secure: boolean
}

export interface HttpResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

/** A request whose body is still to come. */
export type RequestHead = Omit<HttpRequest, 'body'>

/**
 * A way in for a body that is too large to be held. It reads as much of the body as it likes and answers; a body that
 * breaks off throws, and its sender hears nothing any more.
 */
export type UploadDoor = (head: RequestHead, body: AsyncIterable<Buffer>) => Promise<HttpResponse> | undefined

/** A way in. It answers what it serves and returns undefined for what it does not. */
export type Door = (request: HttpRequest) => Promise<HttpResponse> | undefined
