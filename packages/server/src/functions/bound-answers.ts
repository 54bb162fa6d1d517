import { Readable } from 'node:stream'
import type { LambdaClient } from '@aws-sdk/client-lambda'

/** Somebody answers without an end. */
export class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong'
  readonly bytes: number

  constructor(bytes: number) {
    super('The answer is too long')
    this.bytes = bytes
  }
}

/** The SDK keeps whatever it is sent: its commands reject with AnswerTooLong instead. */
export function boundAnswers(client: LambdaClient, mostBytes: number): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      const response = result.response as { body?: unknown }
      if (response.body instanceof Readable) response.body = bounded(response.body, mostBytes)
      return result
    },
    { step: 'deserialize', priority: 'low', name: 'boundAnswers' },
  )
}

function bounded(body: Readable, mostBytes: number): Readable {
  return Readable.from(upTo(mostBytes, body as AsyncIterable<Buffer>), { objectMode: false })
}

async function* upTo(mostBytes: number, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new AnswerTooLong(bytes)
    yield chunk
  }
}
