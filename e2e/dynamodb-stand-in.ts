import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

type Item = Readonly<Record<string, unknown>>

/** As much of DynamoDB as functions need that keep an item by its `userId`: GetItem and PutItem. */
export async function dynamodbStandIn() {
  const items = new Map<string, Item>()
  const verbs: Readonly<Record<string, (input: { readonly Key?: Item; readonly Item?: Item }) => unknown>> = {
    GetItem: ({ Key }) => ({ Item: items.get(keyOf(Key)) }),
    PutItem: ({ Item }) => {
      items.set(keyOf(Item), Item ?? {})
      return {}
    },
  }
  const server = createServer((request, response) => {
    const verb = String(request.headers['x-amz-target']).split('.')[1] ?? ''
    void text(request).then((body) => response.end(JSON.stringify(verbs[verb]?.(JSON.parse(body) as never))))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    items,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const keyOf = (item: Item | undefined) => JSON.stringify(item?.['userId'])
