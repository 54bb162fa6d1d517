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

/** A way in. It answers what it serves and returns undefined for what it does not. */
export type Door = (request: HttpRequest) => Promise<HttpResponse> | undefined
